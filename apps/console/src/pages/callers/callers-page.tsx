import { Button, Group, Table, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import { Moment } from '../../ui/moment.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { type CallerProfile, callersQuery } from './api.ts';
import { RegisterDialog } from './register-dialog.tsx';
import { RemoveDialog, SecretDialog } from './secret-dialog.tsx';

/** Profiles of callers: who is known by which number. The secret phrase is given or replaced here and never shown. */
export function CallersPage() {
  const { t } = useTexts();
  const { verification } = useHotline();
  const [registering, setRegistering] = useState<'one' | 'list' | null>(null);
  if (verification === null) {
    return (
      <main id="main" className={layout.main}>
        <PageHeading title={t('callers.title')} />
        <Empty title={t('callers.notHere')} />
      </main>
    );
  }
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('callers.title')}>
        <ClauseMark number={verification.clause} />
      </PageHeading>
      <Group my="lg">
        <Button onClick={() => setRegistering('one')}>{t('callers.add')}</Button>
        <Button variant="default" onClick={() => setRegistering('list')}>
          {t('callers.addList')}
        </Button>
      </Group>
      <Profiles />
      <RegisterDialog how={registering} onClose={() => setRegistering(null)} />
    </main>
  );
}

function Profiles() {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 250);
  const [replacing, setReplacing] = useState<CallerProfile | null>(null);
  const [removing, setRemoving] = useState<CallerProfile | null>(null);
  const callers = useQuery({ ...callersQuery(words), placeholderData: keepPreviousData });
  return (
    <>
      <TextInput
        type="search"
        aria-label={t('callers.find')}
        placeholder={t('callers.find')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw={420}
        mb="md"
      />
      {callers.isPending ? <Loading rows={4} /> : null}
      {callers.isError && callers.data === undefined ? (
        <Fault error={callers.error} onRetry={() => void callers.refetch()} />
      ) : null}
      {callers.data?.length === 0 ? (
        <Empty title={t(words === '' ? 'callers.none' : 'operator.nothing')}>
          {words === '' ? <p>{t('callers.noneMeans')}</p> : null}
        </Empty>
      ) : null}
      {callers.data === undefined || callers.data.length === 0 ? null : (
        <ProfileTable callers={callers.data} onReplace={setReplacing} onRemove={setRemoving} />
      )}
      <SecretDialog caller={replacing} onClose={() => setReplacing(null)} />
      <RemoveDialog caller={removing} onClose={() => setRemoving(null)} />
    </>
  );
}

interface TableProps {
  readonly callers: readonly CallerProfile[];
  readonly onReplace: (caller: CallerProfile) => void;
  readonly onRemove: (caller: CallerProfile) => void;
}

function ProfileTable({ callers, onReplace, onRemove }: TableProps) {
  const { t, say } = useTexts();
  const { verification } = useHotline();
  const open = (verification?.asks ?? []).filter(({ id }) => id !== verification?.secret);
  const secret = verification?.asks.find(({ id }) => id === verification.secret);
  const nameOf = (caller: CallerProfile) => open.map(({ id }) => caller.answers[id] ?? '').join(' ');
  return (
    <Table.ScrollContainer
      minWidth={820}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('callers.title') } }}
    >
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {open.map(({ id, name }) => (
              <Table.Th key={id}>{say(name)}</Table.Th>
            ))}
            <Table.Th>{t('callers.numbers')}</Table.Th>
            <Table.Th>{say(secret?.name)}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('callers.change')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {callers.map((caller) => (
            <Table.Tr key={caller.callerId}>
              {open.map(({ id }) => (
                <Table.Td key={id}>{caller.answers[id]}</Table.Td>
              ))}
              <Table.Td>
                {caller.numbers.join(', ')}
                {caller.lockedUntil === null ? null : (
                  <div style={{ color: 'var(--late)' }}>
                    {t('callers.locked')} <Moment at={caller.lockedUntil} exact />
                  </div>
                )}
              </Table.Td>
              <Table.Td>
                {t('callers.setAt')} <Moment at={caller.secretSetAt} />
              </Table.Td>
              <Table.Td>
                <Group gap="xs" wrap="nowrap">
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`${t('callers.replace')}: ${nameOf(caller)}`}
                    onClick={() => onReplace(caller)}
                  >
                    {t('callers.replace')}
                  </Button>
                  <Button
                    variant="subtle"
                    c="var(--late)"
                    size="compact-sm"
                    aria-label={`${t('callers.remove')}: ${nameOf(caller)}`}
                    onClick={() => onRemove(caller)}
                  >
                    {t('callers.remove')}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
