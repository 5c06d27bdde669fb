import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Fault, Loading } from '../../ui/states.tsx';
import { definitionsQuery } from './details-api.ts';
import styles from './manager.module.css';

/** What every figure counts, one click away. */
export function Definitions() {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.plain} onClick={() => setOpen(true)}>
        {t('figures.definitions')}
      </button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size="min(560px, 100%)"
        title={t('figures.definitions')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {isOpen ? <List /> : null}
      </Drawer>
    </>
  );
}

function List() {
  const { language } = useTexts();
  const list = useQuery(definitionsQuery(language));
  if (list.isPending) return <Loading rows={8} />;
  if (list.isError) return <Fault error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <dl className={styles.definitions}>
      {list.data.items.map(({ id, name, definition }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
  );
}
