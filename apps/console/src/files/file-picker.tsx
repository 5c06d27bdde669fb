import { Button, FileButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { FileFacts } from '../api/types.ts';
import { useHotline } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ClauseMark } from '../ui/clause.tsx';
import { sayAloud } from '../ui/say.ts';
import styles from './files.module.css';
import { FilesUnderway, Remove } from './files-underway.tsx';
import { sizeOf } from './size.ts';
import { useFiles } from './use-files.ts';

interface Props {
  /** Those that have arrived. */
  readonly files: readonly FileFacts[];
  readonly onChange: (next: (before: readonly FileFacts[]) => readonly FileFacts[]) => void;
  /** Whether some are still on their way. */
  readonly onBusy: (busy: boolean) => void;
  readonly error?: string | undefined;
}

/** Files with what a requester writes. */
export function FilePicker({ files, onChange, onBusy, error }: Props) {
  const { tenant } = useHotline();
  const bringing = useBringing(`/intake/hotlines/${tenant}/files`, onChange);
  const { isBusy } = bringing;
  useEffect(() => onBusy(isBusy), [onBusy, isBusy]);
  return <ChosenFiles files={files} onChange={onChange} bringing={bringing} error={error} />;
}

/** Brings chosen files to where what is written will be sent; what has arrived joins the others. */
export function useBringing(path: string, onChange: Props['onChange']) {
  const { t } = useTexts();
  return useFiles<FileFacts>(path, (file) => {
    onChange((before) => [...before, file]);
    sayAloud(t('files.arrived', { name: file.name }));
  });
}

interface Chosen extends Omit<Props, 'onBusy'> {
  readonly bringing: ReturnType<typeof useBringing>;
  /** What was said against single files when they were sent, by their ids. */
  readonly faults?: ReadonlyMap<string | undefined, string>;
}

/** Files with what is written: chosen, dropped here, or pasted anywhere on the page. Nothing where the regulation takes none. */
export function ChosenFiles(props: Chosen) {
  const rules = useHotline().attachments;
  return rules === null ? null : <Picker {...props} rules={rules} />;
}

type Rules = NonNullable<ReturnType<typeof useHotline>['attachments']>;

function Picker({ files, onChange, bringing, error, faults, rules }: Chosen & { rules: Rules }) {
  const { t, language } = useTexts();
  const { underway, bring, drop } = bringing;
  const [over, setOver] = useState(false);
  const hint = useId();
  const room = rules.most - files.length - underway.filter(({ fault }) => fault === null).length;
  const take = (chosen: readonly File[]) => {
    for (const file of chosen.slice(0, room)) void bring(file);
    if (chosen.length > room) sayAloud(t('files.most', { count: rules.most }));
  };
  usePasted(take);
  return (
    <section
      className={`${styles.picker} ${over ? styles.over : ''}`}
      aria-label={t('files.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
      <div className={styles.choose}>
        <FileButton multiple accept={rules.types.join(',')} onChange={(chosen) => take(chosen)} disabled={room <= 0}>
          {(button) => (
            <Button
              {...button}
              variant="default"
              data-field="attachments"
              aria-describedby={hint}
              leftSection={<IconPaperclip size={17} stroke={1.6} aria-hidden />}
              disabled={room <= 0}
            >
              {t('files.attach')}
            </Button>
          )}
        </FileButton>
        <span className="muted small" id={hint}>
          {t('files.hint', { count: rules.most, size: sizeOf(rules.maxBytes, t, language) })}{' '}
          <ClauseMark number={rules.clause} />
        </span>
      </div>
      {error === undefined ? null : (
        <p className={styles.fault} role="alert">
          {error}
        </p>
      )}
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file.fileId}>
            <span className={styles.name}>{file.name}</span>
            <span className="muted small">{sizeOf(file.bytes, t, language)}</span>
            {faults?.has(file.fileId) === true ? (
              <span className={styles.fault} role="alert">
                {faults.get(file.fileId)}
              </span>
            ) : null}
            <Remove
              name={file.name}
              onRemove={() => onChange((before) => before.filter(({ fileId }) => fileId !== file.fileId))}
            />
          </li>
        ))}
        <FilesUnderway underway={underway} onDrop={drop} />
      </ul>
    </section>
  );
}

/** Pictures pasted from the clipboard, wherever on the page; text is left to its field. */
function usePasted(take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
