import type { Message } from '../api/types.ts';
import { FileList } from '../files/file-list.tsx';
import type { FileSource } from '../files/source.ts';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './conversation.module.css';
import { Moment } from './moment.tsx';

interface Props {
  readonly messages: readonly Message[];
  readonly mine: 'requester' | 'staff';
  /** Where those who may read the files get them. */
  readonly files?: FileSource;
}

/** What was written between the requester and the hotline, oldest first; the reader’s own side stands on the right. */
export function Conversation({ messages, mine, files }: Props) {
  const { t } = useTexts();
  if (messages.length === 0) return null;
  return (
    <section aria-label={t('conversation.title')}>
      <ol className={styles.thread}>
        {messages.map((message) => (
          <li
            key={message.messageId}
            className={`${styles.message} ${message.from === mine ? styles.mine : ''} ${message.from === 'platform' ? styles.platform : ''}`}
          >
            <div className={styles.head}>
              <span className={styles.who}>
                {message.from === 'platform' && message.name === '' ? t('conversation.platform') : message.name}
              </span>
              <Moment at={message.at} />
            </div>
            <div className="written">{message.text}</div>
            <FileList files={message.files} source={files} />
          </li>
        ))}
      </ol>
    </section>
  );
}
