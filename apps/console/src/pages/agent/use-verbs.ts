import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '../../api/client.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { sayAloud } from '../../ui/say.ts';
import { useProblemText } from '../../ui/states.tsx';
import { act, workQuery } from '../../work/api.ts';
import type { Verb } from '../../work/types.ts';

/** Does a verb to the request of this page, says that it is done, and brings everything on the page up to date. */
export function useVerbs(requestId: string) {
  const { t } = useTexts();
  const problem = useProblemText();
  return useMutation({
    mutationFn: ({ verb, body }: { verb: Verb; body: object }) => act(requestId, verb, body),
    onSuccess: (work, { verb }) => {
      queryClient.setQueryData(workQuery(requestId).queryKey, work);
      refreshRequest(requestId);
      sayAloud(t(`done.${verb}`));
    },
    onError: (error) => {
      sayAloud(problem(error), 'refused');
      if (error instanceof ProblemError && error.problem.status === 409) refreshRequest(requestId);
    },
  });
}

/** What is known of many requests at once. */
const LISTS = ['work-list', 'documents'];

/** Everything known about a request is asked for again. */
export function refreshRequest(requestId: string): void {
  for (const kind of ['work', 'request', 'clocks', 'calls', 'work-list', 'documents']) {
    void queryClient.invalidateQueries({ queryKey: LISTS.includes(kind) ? [kind] : [kind, requestId] });
  }
}
