import { IconFile } from '@tabler/icons-react';
import type { FileFacts } from '../api/types.ts';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './files.module.css';
import { OpenedByAsking } from './opened-by-asking.tsx';
import { sizeOf } from './size.ts';
import type { FileSource } from './source.ts';

interface Props {
  readonly files: readonly FileFacts[];
  /** Where whoever may read them gets them; others see the names. */
  readonly source?: FileSource | undefined;
}

/** The files that came with something written: images as they are where they have an address, everything else by name and size. */
export function FileList({ files, source }: Props) {
  const { t, language } = useTexts();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t('files.title')}>
      {files.map((file) => (
        <li key={file.fileId}>
          <OneFile file={file} source={source} />
          <span className="muted small">{sizeOf(file.bytes, t, language)}</span>
        </li>
      ))}
    </ul>
  );
}

function OneFile({ file, source }: { file: FileFacts; source: FileSource | undefined }) {
  if (source === undefined) return <span className={styles.file}>{plain(file)}</span>;
  if (source.kind === 'asked') return <OpenedByAsking file={file} ask={source.ask} />;
  const address = source.addressOf(file.fileId);
  const isImage = file.type.startsWith('image/');
  return (
    <a
      className={`${styles.file} ${isImage ? styles.picture : ''}`}
      href={address}
      target="_blank"
      rel="noopener noreferrer"
    >
      {isImage ? (
        <>
          <img src={address} alt={file.name} loading="lazy" />
          <span className={styles.name}>{file.name}</span>
        </>
      ) : (
        plain(file)
      )}
    </a>
  );
}

const plain = ({ name }: FileFacts) => (
  <>
    <IconFile size={18} stroke={1.6} aria-hidden />
    <span className={styles.name}>{name}</span>
  </>
);
