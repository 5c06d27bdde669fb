import { IconFile } from '@tabler/icons-react';
import type { FileFacts } from '../api/types.ts';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './files.module.css';
import { sizeOf } from './size.ts';

interface Props {
  readonly files: readonly FileFacts[];
  /** The request they came with, for those who may read them; others see the names. */
  readonly requestId?: string | undefined;
}

/** The files that came with something written: images as they are, everything else by name and size. */
export function FileList({ files, requestId }: Props) {
  const { t, language } = useTexts();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t('files.title')}>
      {files.map((file) => (
        <li key={file.fileId}>
          <Linked file={file} requestId={requestId}>
            {requestId !== undefined && file.type.startsWith('image/') ? (
              <img src={addressOf(requestId, file)} alt={file.name} loading="lazy" />
            ) : (
              <IconFile size={18} stroke={1.6} aria-hidden />
            )}
            <span className={styles.name}>{file.name}</span>
          </Linked>
          <span className="muted small">{sizeOf(file.bytes, t, language)}</span>
        </li>
      ))}
    </ul>
  );
}

const addressOf = (requestId: string, { fileId }: FileFacts): string =>
  `/api/intake/requests/${requestId}/files/${fileId}`;

function Linked({
  file,
  requestId,
  children,
}: {
  file: FileFacts;
  requestId: string | undefined;
  children: React.ReactNode;
}) {
  if (requestId === undefined) return <span className={styles.file}>{children}</span>;
  return (
    <a className={styles.file} href={addressOf(requestId, file)} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
