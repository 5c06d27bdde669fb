import { Button, Modal } from '@mantine/core';
import { displayNumber } from '@reglament/domain/request';
import { useState } from 'react';
import { useHotline } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ClauseMark } from '../ui/clause.tsx';
import { Recordings } from './recordings.tsx';

/** Opens the calls and recordings of a request from a line of a list. Nothing where the regulation keeps none. */
export function RecordingsOf({ requestId, number }: { requestId: string; number: string }) {
  const { t } = useTexts();
  const { recordings } = useHotline();
  const [opened, setOpened] = useState(false);
  if (recordings === null) return null;
  const title = t('recordings.openOf', { number: displayNumber(number) });
  return (
    <>
      <Button size="xs" variant="default" aria-label={title} onClick={() => setOpened(true)}>
        {t('recordings.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={
          <>
            {title} <ClauseMark number={recordings.clause} />
          </>
        }
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Recordings requestId={requestId} />
      </Modal>
    </>
  );
}
