import { Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { displayNumber } from '@reglament/domain/request';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotline, useNames } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { RecordingsOf } from '../../recordings/recordings-of.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { findRequestsQuery } from '../../work/api.ts';
import styles from './operator.module.css';

/** The latest requests, and a search for callers who ring again about theirs. */
export function RecentCalls() {
  const { t } = useTexts();
  const names = useNames();
  const { recordings } = useHotline();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 250);
  const found = useQuery({ ...findRequestsQuery(words), placeholderData: keepPreviousData });
  return (
    <section className={styles.recent} aria-labelledby="recent">
      <h2 id="recent">{t('operator.recent')}</h2>
      <TextInput
        type="search"
        aria-label={t('operator.find')}
        placeholder={t('operator.find')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw={420}
        mb="md"
      />
      {found.isPending ? <Loading rows={3} /> : null}
      {found.isError && found.data === undefined ? (
        <Fault error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.data?.length === 0 ? <Empty title={t('operator.nothing')} /> : null}
      {found.data === undefined || found.data.length === 0 ? null : (
        <Table.ScrollContainer
          minWidth="var(--recent-width)"
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-labelledby': 'recent' } }}
        >
          <Table verticalSpacing="sm" className={styles.calls}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('column.number')}</Table.Th>
                <Table.Th>{t('column.requester')}</Table.Th>
                <Table.Th>{t('column.category')}</Table.Th>
                <Table.Th>{t('column.filed')}</Table.Th>
                <Table.Th>{t('column.status')}</Table.Th>
                {recordings === null ? null : <Table.Th>{t('recordings.title')}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.data.map((request) => (
                <Table.Tr key={request.requestId}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{displayNumber(request.number)}</Table.Td>
                  <Table.Td>{request.requesterName}</Table.Td>
                  <Table.Td>{names.category(request.category)}</Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>
                    <Moment at={request.submittedAt} />
                  </Table.Td>
                  <Table.Td>
                    <StatusBadge status={request.status} />
                  </Table.Td>
                  {recordings === null ? null : (
                    <Table.Td>
                      <RecordingsOf requestId={request.requestId} number={request.number} />
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
