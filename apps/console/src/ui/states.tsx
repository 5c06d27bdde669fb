import { Button, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldErrorsOf, ProblemError, unreachable } from '../api/client.ts';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './states.module.css';

/** Grey lines in the place of what is being loaded. */
export function Loading({ rows = 4, height = 44 }: { rows?: number; height?: number }) {
  const { t } = useTexts();
  return (
    <Stack gap="sm" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}

/** Nothing here, said kindly, with what could be done about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.state}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** The sentence a person reads about a failed call. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTexts();
  return (error) => {
    if (!(error instanceof ProblemError)) return t('problem.unexpected');
    const { code, detail, title } = error.problem;
    if (code === unreachable) return t('problem.unreachable');
    return detail || title || t('problem.unexpected');
  };
}

/** What went wrong, with everything that the refusal names. */
export function FaultInFull({ error }: { error: unknown }) {
  const say = useProblemText();
  const errors = fieldErrorsOf(error);
  return (
    <>
      <p style={errors.length === 0 ? { margin: 0 } : { marginTop: 0 }}>{say(error)}</p>
      {errors.length === 0 ? null : (
        <ul>
          {errors.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What went wrong, with everything that the refusal names, and a way to try again. */
export function Fault({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTexts();
  return (
    <div className={`${styles.state} ${styles.fault}`} role="alert">
      <h2>{t('problem.title')}</h2>
      <FaultInFull error={error} />
      {onRetry === undefined ? null : (
        <Button variant="default" onClick={onRetry}>
          {t('problem.retry')}
        </Button>
      )}
    </div>
  );
}
