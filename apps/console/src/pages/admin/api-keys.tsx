import { Button, Checkbox, Code, CopyButton, Modal, Table, TextInput, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { sayAloud } from '../../ui/say.ts';
import { Empty, Fault, Loading } from '../../ui/states.tsx';

interface ApiKey {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

const scopes = ['intake:write', 'intake:read', 'routing:read', 'sla:read', 'reporting:read'] as const;

/** Keys of the systems that call the platform for this tenant. A key is shown once, when it is made. */
export function ApiKeys() {
  const { t } = useTexts();
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const keys = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => api.get<ApiKey[]>('/gateway/api-keys', signal),
  });
  if (keys.isPending) return <Loading rows={3} />;
  if (keys.isError) return <Fault error={keys.error} onRetry={() => void keys.refetch()} />;
  return (
    <div style={{ display: 'grid', gap: 24 }}>
      <NewKey />
      {keys.data.length === 0 ? (
        <Empty title={t('admin.noKeys')} />
      ) : (
        <Table.ScrollContainer
          minWidth={640}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('admin.keys') } }}
        >
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('admin.keyName')}</Table.Th>
                <Table.Th>{t('admin.scopes')}</Table.Th>
                <Table.Th>{t('admin.made')}</Table.Th>
                <Table.Th>{t('admin.lastUsed')}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{t('admin.revoke')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {keys.data.map((key) => (
                <Table.Tr key={key.keyId}>
                  <Table.Td fw={550}>{key.name}</Table.Td>
                  <Table.Td>{key.scopes.join(', ')}</Table.Td>
                  <Table.Td>
                    <Moment at={key.createdAt} exact />
                  </Table.Td>
                  <Table.Td>
                    {key.lastUsedAt === null ? t('admin.neverUsed') : <Moment at={key.lastUsedAt} exact />}
                  </Table.Td>
                  <Table.Td>
                    <Button variant="subtle" c="var(--late)" size="compact-sm" onClick={() => setRevoking(key)}>
                      {t('admin.revoke')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Revoke apiKey={revoking} onClose={() => setRevoking(null)} />
    </div>
  );
}

function NewKey() {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>(['intake:write']);
  const making = useMutation({
    mutationFn: () => api.post<{ key: string }>('/gateway/api-keys', { name: name.trim(), scopes: chosen }),
    onSuccess: () => {
      setName('');
      void queryClient.invalidateQueries({ queryKey: ['api-keys'] });
    },
  });
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && chosen.length > 0 && !making.isPending) making.mutate();
  };
  return (
    <form onSubmit={make} style={{ display: 'grid', gap: 14, maxWidth: 620 }}>
      <TextInput
        label={t('admin.keyName')}
        description={t('admin.keyHint')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group label={t('admin.scopes')} value={chosen} onChange={setChosen}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 20px', marginTop: 8 }}>
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={scope} />
          ))}
        </div>
      </Checkbox.Group>
      {making.isError ? <Fault error={making.error} /> : null}
      <div>
        <Button type="submit" loading={making.isPending} disabled={name.trim() === '' || chosen.length === 0}>
          {t('admin.makeKey')}
        </Button>
      </div>
      {making.data === undefined ? null : (
        <div role="status" style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
          <strong>{t('admin.keyOnce')}</strong>
          <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {making.data.key}
          </Code>
          <CopyButton value={making.data.key}>
            {({ copied, copy }) => (
              <Button variant="default" size="sm" onClick={copy}>
                {copied ? t('accepted.copied') : t('admin.copyKey')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
    </form>
  );
}

function Revoke({ apiKey, onClose }: { apiKey: ApiKey | null; onClose: () => void }) {
  const { t } = useTexts();
  const revoking = useMutation({
    mutationFn: (keyId: string) => api.delete(`/gateway/api-keys/${keyId}`),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['api-keys'] });
      sayAloud(t('admin.revoked'));
      onClose();
    },
  });
  return (
    <Modal
      opened={apiKey !== null}
      onClose={onClose}
      title={t('admin.revokeAsk', { name: apiKey?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <p style={{ marginTop: 0 }}>{t('admin.revokeMeans')}</p>
      {revoking.isError ? <Fault error={revoking.error} /> : null}
      <Button
        color="brick"
        loading={revoking.isPending}
        onClick={() => apiKey !== null && revoking.mutate(apiKey.keyId)}
      >
        {t('admin.revoke')}
      </Button>
    </Modal>
  );
}
