import { Checkbox } from '@mantine/core';
import { useHotline } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ClauseMark } from '../ui/clause.tsx';
import styles from './form.module.css';
import type { RequestForm } from './use-request-form.ts';

/** The rules of conduct beside the box that accepts them, where the regulation asks for it (kz-portal 30-17). */
export function Acceptance({ form }: { form: RequestForm }) {
  const { t, say } = useTexts();
  const { acceptance, edition, texts } = useHotline();
  if (acceptance === null) return null;
  const accepted = form.draft.acceptedRules === edition.id;
  return (
    <fieldset className={styles.group}>
      <legend>{t('acceptance.title')}</legend>
      <div className={styles.notice}>
        <p className="written" style={{ margin: 0 }}>
          {say(texts.conduct)} <ClauseMark number={acceptance.clause} />
        </p>
        <p className="small muted" style={{ margin: '8px 0 0' }}>
          {t('foot.edition', { edition: edition.id })}
        </p>
      </div>
      <Checkbox
        label={t('acceptance.accept')}
        size="md"
        required
        data-field="acceptedRules"
        checked={accepted}
        error={form.errors.acceptedRules}
        onChange={(event) =>
          form.change({ acceptedRules: event.currentTarget.checked ? edition.id : '' }, 'acceptedRules')
        }
      />
    </fieldset>
  );
}
