import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeading } from '../../ui/page.tsx';
import { sayAloud } from '../../ui/say.ts';
import { Fault, Loading, useProblemText } from '../../ui/states.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { editionQuery, type RegulationView, regulationQuery } from './api.ts';
import { Days } from './days.tsx';
import { Editions } from './editions.tsx';
import { PublishForm } from './publish-form.tsx';
import styles from './regulation.module.css';

/** The hotline's regulation in time: its editions, the next one, and single days of the calendar (kz-portal 30-1). */
export function RegulationPage() {
  const { t, language } = useTexts();
  const regulation = useQuery(regulationQuery(language));
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('regulation.title')}>
        <Link to="/manager">{t('whatIf.back')}</Link>
      </PageHeading>
      <p className={styles.lead}>
        {t('regulation.lead')} <Link to="/manager/what-if">{t('regulation.tryFirst')}</Link>
      </p>
      {regulation.isPending ? <Loading rows={5} /> : null}
      {regulation.isError && regulation.data === undefined ? (
        <Fault error={regulation.error} onRetry={() => void regulation.refetch()} />
      ) : null}
      {regulation.data === undefined ? null : <Parts regulation={regulation.data} />}
    </main>
  );
}

function Parts({ regulation }: { regulation: RegulationView }) {
  const { t, language } = useTexts();
  const say = useProblemText();
  const { tenant } = useHotline();
  const [text, setText, forget] = useDraft(`regulation.${tenant}`, '');
  const take = (edition: string) => {
    queryClient
      .fetchQuery(editionQuery(edition, language))
      .then((read) => {
        setText(read.text);
        sayAloud(t('regulation.taken', { edition }));
        requestAnimationFrame(() =>
          document.getElementById('regulation-new')?.scrollIntoView({ behavior: 'smooth', block: 'start' }),
        );
      })
      .catch((error: unknown) => sayAloud(say(error), 'refused'));
  };
  return (
    <>
      <Editions editions={regulation.editions} onTake={take} />
      <PublishForm
        text={text}
        onText={setText}
        timeZone={regulation.timeZone}
        proposedEdition={regulation.proposedEdition}
        onPublished={forget}
      />
      <Days regulation={regulation} />
    </>
  );
}
