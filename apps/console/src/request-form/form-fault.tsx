import { Alert } from '@mantine/core';
import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ClauseMark } from '../ui/clause.tsx';
import { useProblemText } from '../ui/states.tsx';
import type { RequestForm } from './use-request-form.ts';

/** Why the request was not taken, said at the button that was pressed; and that nothing typed is lost. */
export function FormFault({ form }: { form: RequestForm }) {
  const { t } = useTexts();
  const say = useProblemText();
  const wrong = Object.keys(form.errors).length;
  const { error } = form.sending;
  if (wrong === 0 && error === null) return null;
  const refused = error instanceof ProblemError ? error.problem : null;
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      title={wrong > 0 ? t('form.error.some', { count: wrong }) : t('form.error.notSent')}
    >
      {wrong > 0 ? t('form.error.seeAbove') : say(error)} <ClauseMark number={refused?.clause} />
      {wrong > 0 ? null : <> {t('form.error.kept')}</>}
    </Alert>
  );
}
