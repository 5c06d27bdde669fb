import { Button, Checkbox, Modal, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, fieldErrorsOf } from '../../api/client.ts';
import type { Role } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { queryClient } from '../../app/query.ts';
import { languages, ownNames } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fieldOf } from '../../request-form/check.ts';
import { sayAloud } from '../../ui/say.ts';
import { Fault } from '../../ui/states.tsx';
import type { StaffMember } from './member.ts';

const roles: readonly Role[] = ['operator', 'moderator', 'agent', 'manager', 'administrator'];

interface Props {
  readonly editing: StaffMember | 'new' | null;
  readonly onClose: () => void;
}

/** Adds an account or changes one. An empty password leaves the old one. */
export function StaffDialog({ editing, onClose }: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened={editing !== null}
      onClose={onClose}
      size="lg"
      title={editing === 'new' ? t('admin.add') : t('admin.change')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {editing === null ? null : <Form editing={editing} onClose={onClose} />}
    </Modal>
  );
}

function Form({ editing, onClose }: { editing: StaffMember | 'new'; onClose: () => void }) {
  const { t, say } = useTexts();
  const hotline = useHotline();
  const known = editing === 'new' ? null : editing;
  const [typed, setTyped] = useState({
    login: known?.login ?? '',
    name: known?.name ?? '',
    password: '',
    roles: [...(known?.roles ?? ['agent'])] as string[],
    skills: [...(known?.skills ?? [])],
    languages: [...(known?.languages ?? hotline.languages)] as string[],
    active: known?.active ?? true,
  });
  const saving = useMutation({
    mutationFn: () => {
      const { login, password, active, ...rest } = typed;
      return known === null
        ? api.post('/gateway/staff', { login, password, ...rest })
        : api.patch(`/gateway/staff/${known.staffId}`, { ...rest, active, ...(password === '' ? {} : { password }) });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['staff'] });
      sayAloud(t('admin.saved'));
      onClose();
    },
  });
  const errors = fieldErrorsOf(saving.error);
  const errorOf = (field: string) => errors.find((error) => fieldOf(error) === field)?.message;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <form onSubmit={save} style={{ display: 'grid', gap: 16 }}>
      <TextInput
        label={t('admin.name')}
        required
        maxLength={200}
        value={typed.name}
        error={errorOf('name')}
        onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('admin.login')}
        required
        disabled={known !== null}
        maxLength={100}
        autoComplete="off"
        value={typed.login}
        error={errorOf('login')}
        onChange={(event) => setTyped({ ...typed, login: event.currentTarget.value })}
      />
      <PasswordInput
        label={known === null ? t('admin.password') : t('admin.newPassword')}
        description={t('admin.passwordRule')}
        required={known === null}
        minLength={10}
        autoComplete="new-password"
        value={typed.password}
        error={errorOf('password')}
        onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <Checks
        label={t('admin.roles')}
        value={typed.roles}
        onChange={(next) => setTyped({ ...typed, roles: next })}
        options={roles.map((role) => [role, t(`role.${role}`)])}
      />
      <Checks
        label={t('admin.skills')}
        value={typed.skills}
        onChange={(next) => setTyped({ ...typed, skills: next })}
        options={hotline.skills.map((skill) => [skill.id, say(skill.name)])}
      />
      <Checks
        label={t('admin.languages')}
        value={typed.languages}
        onChange={(next) => setTyped({ ...typed, languages: next })}
        options={languages.map((one) => [one, ownNames[one]])}
      />
      {known === null ? null : (
        <Switch
          label={t('admin.active')}
          checked={typed.active}
          onChange={(event) => setTyped({ ...typed, active: event.currentTarget.checked })}
        />
      )}
      {saving.isError ? <Fault error={saving.error} /> : null}
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}

interface ChecksProps {
  readonly label: string;
  readonly value: string[];
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (next: string[]) => void;
}

function Checks({ label, value, options, onChange }: ChecksProps) {
  if (options.length === 0) return null;
  return (
    <Checkbox.Group label={label} value={value} onChange={onChange}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 20px', marginTop: 8 }}>
        {options.map(([id, name]) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
