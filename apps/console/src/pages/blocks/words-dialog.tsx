import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { sayAloud } from '../../ui/say.ts';
import { Fault } from '../../ui/states.tsx';
import { FormDialog } from '../../work/form-dialog.tsx';
import { type Block, blocks, refreshBlocks } from './api.ts';

/** What can be decided about a block; each needs words, which the person is told. */
export type Decision = 'lift' | 'appeal-lift' | 'appeal-uphold';

const act: Readonly<Record<Decision, (blockId: string, words: string) => Promise<Block>>> = {
  lift: blocks.lift,
  'appeal-lift': (blockId, words) => blocks.answer(blockId, 'lift', words),
  'appeal-uphold': (blockId, words) => blocks.answer(blockId, 'uphold', words),
};

/** Asks for the words of a decision and carries it out. */
export function WordsDialog({ block, decision, onClose }: { block: Block; decision: Decision; onClose: () => void }) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const deciding = useMutation({
    mutationFn: () => act[decision](block.blockId, words.trim()),
    onSuccess: () => {
      sayAloud(t(`blocks.done.${decision}`));
      refreshBlocks(block.requestId);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t(`blocks.decide.${decision}`)}
      confirm={t(`blocks.decide.${decision}`)}
      busy={deciding.isPending}
      ready={words.trim().length >= 3}
      onClose={onClose}
      onSubmit={() => deciding.mutate()}
    >
      <Textarea
        data-autofocus
        required
        label={t('blocks.words')}
        description={t('blocks.reasonTold')}
        autosize
        minRows={3}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {deciding.isError ? <Fault error={deciding.error} /> : null}
    </FormDialog>
  );
}
