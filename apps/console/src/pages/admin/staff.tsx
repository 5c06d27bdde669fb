import { Badge, Button, Group, Table, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useNames } from '../../app/hotline-context.ts';
import { ownNames } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Fault, Loading } from '../../ui/states.tsx';
import type { StaffMember } from './member.ts';
import { StaffDialog } from './staff-dialog.tsx';

/** Accounts of the tenant: added, changed and closed here; never deleted, the trail names them. */
export function Staff() {
  const { t } = useTexts();
  const names = useNames();
  const [editing, setEditing] = useState<StaffMember | 'new' | null>(null);
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => api.get<StaffMember[]>('/gateway/staff', signal),
  });
  if (staff.isPending) return <Loading rows={6} />;
  if (staff.isError) return <Fault error={staff.error} onRetry={() => void staff.refetch()} />;
  return (
    <>
      <Group mb="md">
        <Button onClick={() => setEditing('new')}>{t('admin.add')}</Button>
      </Group>
      <Table.ScrollContainer
        minWidth={760}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('admin.staff') } }}
      >
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('admin.name')}</Table.Th>
              <Table.Th>{t('admin.login')}</Table.Th>
              <Table.Th>{t('admin.roles')}</Table.Th>
              <Table.Th>{t('admin.skills')}</Table.Th>
              <Table.Th>{t('admin.languages')}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{t('admin.change')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {staff.data.map((member) => (
              <Table.Tr key={member.staffId}>
                <Table.Td fw={550}>
                  {member.name}
                  {member.active ? null : (
                    <Badge ml="xs" variant="light" color="gray" tt="none" c="var(--ink)">
                      {t('admin.inactive')}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>{member.login}</Table.Td>
                <Table.Td>{member.roles.map((role) => t(`role.${role}`)).join(', ')}</Table.Td>
                <Table.Td>{member.skills.map(names.skill).join(', ')}</Table.Td>
                <Table.Td>{member.languages.map((language) => ownNames[language]).join(', ')}</Table.Td>
                <Table.Td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`${t('admin.change')}: ${member.name}`}
                    onClick={() => setEditing(member)}
                  >
                    {t('admin.change')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <StaffDialog editing={editing} onClose={() => setEditing(null)} />
    </>
  );
}
