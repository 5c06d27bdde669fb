import { Button, FileButton, Modal, Radio, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { momentOf } from '../../time/local.ts';
import { sayAloud } from '../../ui/say.ts';
import { FaultInFull, Loading } from '../../ui/states.tsx';
import { afterPublishing, type Checked, checkText, publishEdition } from './api.ts';
import { Differences } from './differences.tsx';
import { goToLine, Mistakes } from './mistakes.tsx';
import styles from './regulation.module.css';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly timeZone: string;
  readonly proposedEdition: string;
  readonly onPublished: () => void;
}

/** The text of the next edition: what is wrong with it or what it changes stands below while one types; then it is published. */
export function PublishForm({ text, onText, timeZone, proposedEdition, onPublished }: Props) {
  const { t, language } = useTexts();
  const area = useRef<HTMLTextAreaElement>(null);
  const [asked] = useDebouncedValue(text, 500);
  const checked = useQuery({
    queryKey: ['regulation', 'draft', asked, language],
    queryFn: () => checkText(asked),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const isFresh = asked === text && checked.data !== undefined && !checked.isPlaceholderData;
  const canPublish = isFresh && (checked.data?.differences?.length ?? 0) > 0;
  return (
    <section className={styles.section} aria-labelledby="regulation-new">
      <h2 id="regulation-new">{t('regulation.new')}</h2>
      <p className="muted">{t('regulation.newHint')}</p>
      <div className={styles.row}>
        <FileButton accept=".yaml,.yml,text/yaml,text/plain" onChange={(file) => void file?.text().then(onText)}>
          {(props) => (
            <Button {...props} variant="default">
              {t('regulation.upload')}
            </Button>
          )}
        </FileButton>
      </div>
      <Textarea
        ref={area}
        label={t('regulation.text')}
        autosize
        minRows={14}
        maxRows={30}
        spellCheck={false}
        classNames={{ input: styles.source ?? '' }}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        data-testid="regulation-text"
      />
      <div aria-live="polite">
        {checked.isFetching && checked.data === undefined ? <Loading rows={2} /> : null}
        {checked.isError ? <Refused error={checked.error} /> : null}
        {checked.data === undefined || text.trim() === '' ? null : (
          <Outcome checked={checked.data} onLine={(line) => area.current && goToLine(area.current, line)} />
        )}
      </div>
      <Publish
        key={proposedEdition}
        {...{ text, timeZone, proposedEdition, canPublish, onPublished }}
        differences={checked.data?.differences ?? []}
      />
    </section>
  );
}

function Outcome({ checked, onLine }: { checked: Checked; onLine: (line: number) => void }) {
  const { t } = useTexts();
  if (checked.differences !== null) {
    return (
      <div data-testid="regulation-differences">
        <h3>{t('regulation.differences', { edition: checked.against })}</h3>
        <Differences differences={checked.differences} />
      </div>
    );
  }
  return (
    <div className={styles.mistakes} data-testid="regulation-mistakes">
      <h3>{t('regulation.mistakes')}</h3>
      <Mistakes mistakes={checked.mistakes} onLine={onLine} />
    </div>
  );
}

interface PublishProps extends Pick<Props, 'text' | 'timeZone' | 'proposedEdition' | 'onPublished'> {
  readonly canPublish: boolean;
  readonly differences: Checked['differences'] & object;
}

function Publish({ text, timeZone, proposedEdition, canPublish, onPublished, differences }: PublishProps) {
  const { t } = useTexts();
  const [edition, setEdition] = useState(proposedEdition);
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [moment, setMoment] = useState('');
  const [asking, setAsking] = useState(false);
  const from = when === 'later' ? momentOf(moment, timeZone) : undefined;
  const publishing = useMutation({
    mutationFn: () => publishEdition({ text, edition: edition.trim(), ...(from ? { inForceFrom: from } : {}) }),
    onSuccess: async (published) => {
      setAsking(false);
      sayAloud(t('regulation.published', { edition: published.edition }));
      await afterPublishing();
      onPublished();
    },
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    publishing.reset();
    if (canPublish && from !== null) setAsking(true);
  };
  return (
    <form onSubmit={ask} className={styles.section} style={{ marginTop: 8 }}>
      <TextInput
        label={t('regulation.name')}
        description={t('regulation.nameHint')}
        required
        maxLength={50}
        pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
        maw={320}
        value={edition}
        onChange={(event) => setEdition(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('regulation.when')}
        value={when}
        onChange={(value) => setWhen(value === 'later' ? 'later' : 'now')}
      >
        <div className={styles.row} style={{ marginTop: 8 }}>
          <Radio value="now" label={t('regulation.now')} />
          <Radio value="later" label={t('regulation.later')} />
          {when === 'later' ? (
            <TextInput
              type="datetime-local"
              required
              aria-label={t('regulation.moment')}
              value={moment}
              onChange={(event) => setMoment(event.currentTarget.value)}
            />
          ) : null}
        </div>
      </Radio.Group>
      <div>
        <Button type="submit" disabled={!canPublish}>
          {t('regulation.publish')}
        </Button>
      </div>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('regulation.sure', { edition })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <p>{t('regulation.sureMeans')}</p>
        <Differences differences={differences} />
        {publishing.isError ? <Refused error={publishing.error} /> : null}
        <div className={styles.row} style={{ marginTop: 20 }}>
          <Button loading={publishing.isPending} onClick={() => publishing.mutate()} data-autofocus>
            {t('regulation.publish')}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('regulation.notYet')}
          </Button>
        </div>
      </Modal>
    </form>
  );
}

/** A refusal with everything that was named in it. */
export function Refused({ error }: { error: unknown }) {
  return (
    <div role="alert" className={styles.mistakes}>
      <FaultInFull error={error} />
    </div>
  );
}
