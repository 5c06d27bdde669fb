import { ActionIcon, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './files.module.css';
import type { Underway } from './use-files.ts';

/** Files on their way, and why some were not taken: entries of a list. */
export function FilesUnderway({ underway, onDrop }: { underway: readonly Underway[]; onDrop: (key: string) => void }) {
  const { t } = useTexts();
  return underway.map(({ key, name, part, fault }) => (
    <li key={key}>
      <span className={styles.name}>{name}</span>
      {fault === null ? (
        <Progress value={part * 100} w={120} aria-label={t('files.sending', { name })} />
      ) : (
        <span className={styles.fault} role="alert">
          {fault}
        </span>
      )}
      <Remove name={name} onRemove={() => onDrop(key)} />
    </li>
  ));
}

export function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTexts();
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={t('files.remove', { name })} onClick={onRemove}>
      <IconX size={16} stroke={1.8} aria-hidden />
    </ActionIcon>
  );
}
