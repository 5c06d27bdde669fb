import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { hotlinesQuery, sessionQuery } from '../../api/queries.ts';
import type { Session } from '../../api/types.ts';
import { startPage } from '../../app/places.ts';
import { queryClient } from '../../app/query.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { setPlatformClock } from '../../time/platform-clock.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Fault } from '../../ui/states.tsx';

const route = getRouteApi('/plain/sign-in');
const remembered = 'reglament.tenant';

/** Where staff sign in. The hotline is remembered on this computer, never the password. */
export function SignInPage() {
  const { t, say } = useTexts();
  const { next, tenant: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const hotlines = useQuery(hotlinesQuery());
  const [picked, setPicked] = useState<string | null>(null);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  // What the person picked counts; else a login that names its hotline (`name@hotline`); else the last one used here.
  const named = login.trim().toLowerCase().split('@')[1];
  const known = (tenant: string | null | undefined) => hotlines.data?.find((one) => one.tenant === tenant)?.tenant;
  const chosen =
    picked ??
    known(named) ??
    known(asked) ??
    known(localStorage.getItem(remembered)) ??
    hotlines.data?.[0]?.tenant ??
    '';
  const signingIn = useMutation({
    mutationFn: () => api.post<Session>('/gateway/session', { tenant: chosen, login: login.trim(), password }),
    onSuccess: async (session) => {
      localStorage.setItem(remembered, chosen);
      setPlatformClock(session.clock);
      queryClient.clear();
      queryClient.setQueryData(sessionQuery().queryKey, session);
      await navigate({ to: pathWithin(next) ?? startPage(session.roles) });
    },
    onError: () => setPassword(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signingIn.isPending) signingIn.mutate();
  };
  return (
    <div style={{ maxWidth: 400, margin: '24px auto 0', display: 'grid', gap: 22 }}>
      <PageHeading title={t('signIn.title')} />
      <form onSubmit={submit} style={{ display: 'grid', gap: 16 }}>
        <NativeSelect
          label={t('signIn.hotline')}
          size="md"
          name="tenant"
          value={chosen}
          onChange={(event) => setPicked(event.currentTarget.value)}
          data={(hotlines.data ?? []).map((one) => ({
            value: one.tenant,
            label: `${say(one.organisation)} — ${say(one.name)}`,
          }))}
        />
        <TextInput
          label={t('signIn.login')}
          size="md"
          name="login"
          autoComplete="username"
          required
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          size="md"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        {signingIn.isError ? <Fault error={signingIn.error} /> : null}
        <Button type="submit" size="md" loading={signingIn.isPending} disabled={chosen === ''}>
          {t('signIn.enter')}
        </Button>
      </form>
    </div>
  );
}

/** Only a path of this site may be gone to after signing in. */
function pathWithin(next: string | undefined): string | undefined {
  return next?.startsWith('/') === true && !next.startsWith('//') && !next.startsWith('/\\') ? next : undefined;
}
