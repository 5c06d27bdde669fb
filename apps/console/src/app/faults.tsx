import { Container } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/use-texts.ts';
import { PageHeading } from '../ui/page.tsx';
import { Fault } from '../ui/states.tsx';

/** There is no such page. */
export function NotFound() {
  const { t } = useTexts();
  return (
    <Container component="main" id="main" size="sm" py={64}>
      <PageHeading title={t('problem.noPage')} />
      <p>
        <Link to="/">{t('problem.home')}</Link>
      </p>
    </Container>
  );
}

/** A page that could not be shown. */
export function RouteFault({ error, reset }: ErrorComponentProps) {
  const { t } = useTexts();
  return (
    <Container component="main" id="main" size="sm" py={64}>
      <h1 style={{ fontSize: '1.625rem', marginBottom: 16 }}>{t('problem.page')}</h1>
      <Fault error={error} onRetry={reset} />
    </Container>
  );
}
