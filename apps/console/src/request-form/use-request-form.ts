import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { ProblemError } from '../api/client.ts';
import type { Accepted, Channel, Submission } from '../api/types.ts';
import { useHotline } from '../app/hotline-context.ts';
import { queryClient } from '../app/query.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { check, fieldOf, type Mistake } from './check.ts';
import { categoriesFor, emptyDraft, keyFor, type RequestDraft, submissionOf } from './draft.ts';

interface Options {
  /** Where the draft is kept: one per hotline and entry point. */
  readonly draftKey: string;
  readonly entryPoint: string;
  readonly channel: Channel;
  /** What was asked already, before the form; typed over it stays typed. */
  readonly text?: string;
  readonly send: (body: Submission, idempotencyKey: string) => Promise<Accepted>;
}

/** The state of a request form: what was typed, what is wrong with it, and what came of sending it. */
export function useRequestForm(options: Options) {
  const hotline = useHotline();
  const { t, language } = useTexts();
  const empty = useMemo(
    () => (options.text === undefined ? emptyDraft : { ...emptyDraft, text: options.text }),
    [options.text],
  );
  const [draft, setDraft, forget] = useDraft<RequestDraft>(options.draftKey, empty);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  const [filesUnderway, setFilesUnderway] = useState(false);
  const categories = useMemo(() => categoriesFor(hotline, options.channel), [hotline, options.channel]);
  const category = categories.find((one) => one.id === draft.category);

  const sending = useMutation({
    mutationFn: ({ body, key }: { body: Submission; key: string }) => options.send(body, key),
    onSuccess: () => {
      setErrors({});
      forget();
    },
    onError: (error) => {
      if (!(error instanceof ProblemError)) return;
      const fields = error.problem.errors ?? [];
      show(Object.fromEntries(fields.map((one) => [fieldOf(one), one.message])));
      // A newer edition came into force while the form was open: its rules are shown, to be read and accepted.
      if (fields.some((one) => one.rule === 'rulesChanged'))
        void queryClient.invalidateQueries({ queryKey: ['hotline'] });
    },
  });

  function show(next: Readonly<Record<string, string>>): void {
    setErrors(next);
    const first = Object.keys(next)[0];
    if (first === undefined) return;
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(first)}"]`)?.focus();
    });
  }

  function submit(): void {
    if (sending.isPending) return;
    const mistakes = check(draft, category, {
      clientCategory: hotline.clientCategories.length > 0,
      acceptedRules: options.channel === 'phone' || hotline.acceptance === null ? null : hotline.edition.id,
    });
    if (mistakes.length > 0) {
      show(Object.fromEntries(mistakes.map((mistake) => [mistake.field, sentence(mistake)])));
      return;
    }
    if (filesUnderway) {
      show({ attachments: t('files.wait') });
      return;
    }
    const body = {
      ...submissionOf(draft, hotline, options.entryPoint, language),
      ...(options.channel === 'phone' ? { channel: options.channel } : {}),
    };
    const text = JSON.stringify(body);
    const key = keyFor(draft, text, () => crypto.randomUUID());
    setErrors({});
    setDraft((before) => ({ ...before, key, sent: text }));
    sending.mutate({ body, key });
  }

  function sentence(mistake: Mistake): string {
    if (mistake.rule === 'too-long') return t('form.error.tooLong', { count: mistake.limit ?? 0 });
    return t(`form.error.${mistake.rule}`);
  }

  function change(part: Partial<RequestDraft>, field: string): void {
    setDraft((before) => ({ ...before, ...part }));
    if (errors[field] !== undefined) setErrors(({ [field]: _mended, ...others }) => others);
  }

  function changeFiles(next: (before: RequestDraft['files']) => RequestDraft['files']): void {
    setDraft((before) => ({ ...before, files: next(before.files) }));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => field !== 'attachments')));
  }

  return {
    draft,
    change,
    changeFiles,
    setFilesUnderway,
    errors,
    categories,
    category,
    sending,
    submit,
    form,
    forget,
  };
}

export type RequestForm = ReturnType<typeof useRequestForm>;
