import { Loader, UnstyledButton } from '@mantine/core';
import { IconFile, IconPhoto } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileFacts } from '../api/types.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { sayAloud } from '../ui/say.ts';
import { useProblemText } from '../ui/states.tsx';
import styles from './files.module.css';
import { asImage, save } from './save.ts';

interface Props {
  readonly file: FileFacts;
  readonly ask: (fileId: string) => Promise<Blob>;
}

/**
 * A file that has no address: it is fetched when it is pressed, and not before, for people read this on telephones. An image opens below its
 * name and is put away by pressing again; everything else is saved.
 */
export function OpenedByAsking({ file, ask }: Props) {
  const { t } = useTexts();
  const problem = useProblemText();
  const [isOpen, setOpen] = useState(false);
  const isImage = file.type.startsWith('image/');
  const fetching = useMutation({
    mutationFn: async () => {
      const blob = await ask(file.fileId);
      if (isImage) return asImage(blob);
      save(blob, file.name);
      return null;
    },
    onSuccess: (image) => setOpen(image !== null),
    onError: (error) => sayAloud(problem(error), 'refused'),
  });
  const image = fetching.data ?? null;
  const Icon = isImage ? IconPhoto : IconFile;
  return (
    <>
      <UnstyledButton
        className={`${styles.file} ${styles.ask}`}
        aria-label={t(isImage ? 'files.show' : 'files.save', { name: file.name })}
        {...(isImage ? { 'aria-expanded': isOpen } : {})}
        disabled={fetching.isPending}
        onClick={() => (image === null ? fetching.mutate() : setOpen(!isOpen))}
      >
        {fetching.isPending ? <Loader size={18} /> : <Icon size={18} stroke={1.6} aria-hidden />}
        <span className={styles.name}>{file.name}</span>
      </UnstyledButton>
      {image !== null && isOpen ? <img className={styles.shown} src={image} alt={file.name} /> : null}
    </>
  );
}
