import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Fault } from '../../ui/states.tsx';
import { account } from './api.ts';
import styles from './requester.module.css';

interface Asked {
  readonly email: string;
  readonly signIn: string;
  readonly validMinutes: number;
}

/** Signing in without a password: the address, then the code that was sent to it. What is said is the same for any address. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const { t } = useTexts();
  const { tenant } = useHotline();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <div className={styles.page}>
      <div>
        <PageHeading title={t('mine.title')} />
        <p style={{ margin: '8px 0 0', maxWidth: '62ch' }}>{t('mine.about')}</p>
      </div>
      {asked === null ? (
        <Address onAsked={setAsked} />
      ) : (
        <Code asked={asked} onDone={onDone} onAgain={() => setAsked(null)} />
      )}
      <p style={{ margin: 0 }}>
        <Link to="/h/$tenant/status" params={{ tenant }}>
          {t('status.link')}
        </Link>
      </p>
    </div>
  );
}

function Address({ onAsked }: { onAsked: (asked: Asked) => void }) {
  const { t, language } = useTexts();
  const { tenant } = useHotline();
  const [email, setEmail] = useState('');
  const asking = useMutation({
    mutationFn: () => account.askForCode(tenant, email.trim(), language),
    onSuccess: (answer) => onAsked({ email: email.trim(), ...answer }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() !== '' && !asking.isPending) asking.mutate();
  };
  return (
    <form onSubmit={send} className={styles.panel}>
      <TextInput
        label={t('mine.email')}
        description={t('mine.emailHint')}
        type="email"
        required
        size="md"
        autoComplete="email"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {asking.isError ? <Fault error={asking.error} /> : null}
      <Button type="submit" size="md" loading={asking.isPending}>
        {t('mine.sendCode')}
      </Button>
    </form>
  );
}

function Code({ asked, onDone, onAgain }: { asked: Asked; onDone: () => void; onAgain: () => void }) {
  const { t } = useTexts();
  const { tenant } = useHotline();
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const signing = useMutation({
    mutationFn: () => account.signIn(tenant, asked.signIn, code.trim()),
    onSuccess: onDone,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '' && !signing.isPending) signing.mutate();
  };
  return (
    <form onSubmit={send} className={styles.panel}>
      <p style={{ margin: 0 }} role="status">
        {t('mine.sent', { email: asked.email, minutes: asked.validMinutes })}
      </p>
      <TextInput
        ref={field}
        label={t('mine.code')}
        required
        size="md"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {signing.isError ? <Fault error={signing.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" size="md" loading={signing.isPending}>
          {t('mine.signIn')}
        </Button>
        <Button variant="subtle" size="md" onClick={onAgain}>
          {t('mine.again')}
        </Button>
      </div>
    </form>
  );
}
