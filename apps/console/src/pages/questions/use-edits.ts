import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { sayAloud } from '../../ui/say.ts';
import { useProblemText } from '../../ui/states.tsx';
import { edit, undo } from './api.ts';

const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['questions'] }),
    queryClient.invalidateQueries({ queryKey: ['question-edits'] }),
    queryClient.invalidateQueries({ queryKey: ['behind'] }),
  ]);

/** Edits of groups: each says that it is done, with a button that takes it back at once. */
export function useEdits() {
  const { t } = useTexts();
  const problem = useProblemText();
  const onError = (error: unknown) => sayAloud(problem(error), 'refused');
  const undoing = useMutation({
    mutationFn: undo,
    onSuccess: () => sayAloud(t('questions.undone')),
    onError,
    onSettled: refresh,
  });
  const editing = useMutation({
    mutationFn: edit,
    onSuccess: ({ editId }) =>
      sayAloud(t('questions.done'), 'done', { label: t('questions.undo'), run: () => undoing.mutate(editId) }),
    onError,
    onSettled: refresh,
  });
  return { editing, undoing };
}
export type Edits = ReturnType<typeof useEdits>;
