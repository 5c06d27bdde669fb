import { Link } from '@tanstack/react-router';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import styles from './chat.module.css';
import { Chat } from './chat.tsx';

/** The chat of a hotline whose regulation has one. */
export function ChatPage() {
  const { t } = useTexts();
  const { tenant, chat } = useHotline();
  if (chat === null) {
    return (
      <Empty title={t('chat.none')}>
        <p>
          <Link to="/h/$tenant" params={{ tenant }}>
            {t('help.askInstead')}
          </Link>
        </p>
      </Empty>
    );
  }
  return (
    <div className={styles.page}>
      <PageHeading title={t('chat.title')}>
        <ClauseMark number={chat.clause} />
      </PageHeading>
      <Chat />
    </div>
  );
}
