import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, FaultInFull, Loading } from '../../ui/states.tsx';
import { type Preview, previewErasure, traces } from './api.ts';
import styles from './erasures.module.css';
import { Found } from './found.tsx';
import { Record } from './record.tsx';

/** Erasing a person: look first, then say why, then once more; and the record of what was erased. */
export function ErasuresPage() {
  const { t } = useTexts();
  const { documents } = useHotline();
  const [contact, setContact] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const look = useMutation({ mutationFn: (asked: string) => previewErasure(asked) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (contact.trim() !== '' && !look.isPending) look.mutate(contact.trim());
  };
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('erasures.title')} />
      <p className="muted" style={{ maxWidth: 720 }}>
        {t('erasures.about')} {documents === null ? null : t('erasures.documentsStay')}
      </p>
      <form className={styles.look} onSubmit={submit}>
        <TextInput
          ref={field}
          required
          label={t('erasures.contact')}
          description={t('erasures.contactMeans')}
          maxLength={254}
          autoComplete="off"
          value={contact}
          onChange={(event) => {
            setContact(event.currentTarget.value);
            look.reset();
          }}
        />
        <Button type="submit" loading={look.isPending}>
          {t('erasures.look')}
        </Button>
      </form>
      {look.isPending ? <Loading rows={2} height={90} /> : null}
      {look.isError ? (
        <Alert color="red" variant="light" role="alert" mt="lg" maw={760}>
          <FaultInFull error={look.error} />
        </Alert>
      ) : null}
      {look.data === undefined ? null : isNothing(look.data) ? (
        <Empty title={t('erasures.nothing')}>
          <p className="muted">{t('erasures.nothingMeans')}</p>
        </Empty>
      ) : (
        <Found
          contact={look.variables ?? ''}
          preview={look.data}
          onDone={() => {
            setContact('');
            look.reset();
            // What had the focus is gone with what was found.
            field.current?.focus();
          }}
        />
      )}
      <Record />
    </main>
  );
}

const isNothing = (preview: Preview): boolean =>
  preview.requests.length === 0 && traces.every((name) => preview[name] === 0);
