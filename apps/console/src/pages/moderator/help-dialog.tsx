import { Kbd, Modal } from '@mantine/core';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from '../../work/dialogs.module.css';

const keys = [
  ['J K ↓ ↑', 'keys.move'],
  ['PageDown PageUp', 'keys.tens'],
  ['Home End', 'keys.ends'],
  ['Enter', 'keys.open'],
  ['A', 'keys.assign'],
  ['T', 'keys.take'],
  ['S', 'keys.solve'],
  ['C', 'keys.close'],
  ['U', 'keys.undo'],
  ['/', 'keys.find'],
  ['Esc', 'keys.back'],
  ['?', 'keys.help'],
] as const;

/** What each key does. Letters are places on the keyboard: they work in any layout. */
export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <dl className={styles.keys}>
        {keys.map(([names, meaning]) => (
          <div key={meaning} style={{ display: 'contents' }}>
            <dt>
              {names.split(' ').map((name) => (
                <Kbd key={name} mr={4} c="var(--ink)">
                  {name}
                </Kbd>
              ))}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{t('keys.layout')}</p>
    </Modal>
  );
}
