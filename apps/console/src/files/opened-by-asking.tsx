import { Loader, UnstyledButton } from '@mantine/core';
import { IconFile, IconPhoto } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
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
 * A file that has no address: it is fetched when it is pressed, and not before, for people read this on telephones. An image is shown here,
 * everything else is saved.
 */
export function OpenedByAsking({ file, ask }: Props) {
  const { t } = useTexts();
  const problem = useProblemText();
  const isImage = file.type.startsWith('image/');
  const opening = useMutation({
    mutationFn: async () => {
      const blob = await ask(file.fileId);
      if (isImage) return asImage(blob);
      save(blob, file.name);
      return null;
    },
    onError: (error) => sayAloud(problem(error), 'refused'),
  });
  const { data: image } = opening;
  if (image != null) return <img className={styles.shown} src={image} alt={file.name} />;
  const Icon = isImage ? IconPhoto : IconFile;
  return (
    <UnstyledButton
      className={`${styles.file} ${styles.ask}`}
      aria-label={t(isImage ? 'files.show' : 'files.save', { name: file.name })}
      disabled={opening.isPending}
      onClick={() => opening.mutate()}
    >
      {opening.isPending ? <Loader size={18} /> : <Icon size={18} stroke={1.6} aria-hidden />}
      <span className={styles.name}>{file.name}</span>
    </UnstyledButton>
  );
}
