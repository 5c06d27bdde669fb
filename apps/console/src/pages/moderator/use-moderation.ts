import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '../../api/client.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { sayAloud } from '../../ui/say.ts';
import { useProblemText } from '../../ui/states.tsx';
import { act, workQuery } from '../../work/api.ts';
import type { Verb, WorkItem, WorkView } from '../../work/types.ts';
import { showInQueue } from './use-queue.ts';

interface Step {
  readonly item: WorkItem;
  readonly verb: Verb;
  readonly body: object;
  /** What is said when it is done. */
  readonly done: string;
}

/** What can be taken back, and how. */
export interface Undo {
  readonly requestId: string;
  readonly verb: 'unassign' | 'reopen';
}

/** Does the moderator's verbs: the row leaves at once when it is done, a refusal is said plainly and the row shown as it is. */
export function useModeration(onUndoable: (undo: Undo | null) => void) {
  const { t } = useTexts();
  const problem = useProblemText();

  const took = (work: WorkView) => {
    queryClient.setQueryData(workQuery(work.requestId).queryKey, work);
    showInQueue([work]);
    void queryClient.invalidateQueries({ queryKey: ['agents'] });
  };

  const refused = async (requestId: string, error: unknown) => {
    sayAloud(problem(error), 'refused');
    if (error instanceof ProblemError && error.problem.status === 409) {
      showInQueue([await queryClient.fetchQuery({ ...workQuery(requestId), staleTime: 0 })]);
    }
  };

  const undo = useMutation({
    mutationFn: async ({ requestId, verb }: Undo) => {
      const work = await queryClient.fetchQuery({ ...workQuery(requestId), staleTime: 0 });
      return act(
        requestId,
        verb,
        verb === 'unassign' ? { version: work.version } : { because: t('moderator.undoBecause') },
      );
    },
    onSuccess: (work) => {
      took(work);
      onUndoable(null);
      sayAloud(t('moderator.undone'));
    },
    onError: (error, { requestId }) => void refused(requestId, error),
  });

  const step = useMutation({
    mutationFn: ({ item, verb, body }: Step) => act(item.requestId, verb, body),
    onSuccess: (work, { verb, done }) => {
      took(work);
      const back: Undo = {
        requestId: work.requestId,
        verb: verb === 'assign' || verb === 'take' ? 'unassign' : 'reopen',
      };
      onUndoable(back);
      sayAloud(done, 'done', { label: t('moderator.undo'), run: () => undo.mutate(back) });
    },
    onError: (error, { item }) => void refused(item.requestId, error),
  });

  return { step, undo };
}
