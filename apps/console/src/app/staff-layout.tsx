import { ActionIcon, Burger, Menu } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { hotlineQuery, sessionQuery } from '../api/queries.ts';
import type { Session } from '../api/types.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { utcOffset } from '../time/format.ts';
import { platformNow } from '../time/platform-clock.ts';
import { BrandMark } from '../ui/brand.tsx';
import { ClockBanner } from '../ui/clock-banner.tsx';
import { PageHeading } from '../ui/page.tsx';
import { Fault, Loading } from '../ui/states.tsx';
import { LanguageSwitch, SchemeSwitch } from '../ui/switches.tsx';
import { HotlineContext, useHotline } from './hotline-context.ts';
import styles from './layout.module.css';
import { mayEnter, offered, placeAt, startPage } from './places.ts';
import { queryClient } from './query.ts';
import { SessionContext, signedOutEvent } from './session-context.ts';

/** Around every page of the staff: who is signed in, where one can go, the hotline that everything here belongs to. */
export function StaffLayout() {
  const session = useQuery(sessionQuery());
  const tenant = session.data?.tenant;
  const hotline = useQuery({ ...hotlineQuery(tenant ?? ''), enabled: tenant !== undefined });
  const { href, pathname } = useRouterState({ select: (state) => state.location });
  useSignedOut();
  if (session.data === null) return <Navigate to="/sign-in" search={{ next: href }} />;
  const fault = session.error ?? hotline.error;
  if (fault !== null) {
    return (
      <main id="main" className={styles.main}>
        <Fault error={fault} onRetry={() => void Promise.all([session.refetch(), hotline.refetch()])} />
      </main>
    );
  }
  if (session.data === undefined || hotline.data === undefined) {
    return (
      <main id="main" className={styles.main}>
        <Loading rows={6} />
      </main>
    );
  }
  return (
    <SessionContext value={session.data}>
      <HotlineContext value={hotline.data}>
        <ClockBanner />
        <StaffBar session={session.data} />
        {mayEnter(pathname, session.data.roles) ? <Outlet /> : <NotYours session={session.data} />}
        <StaffFoot />
      </HotlineContext>
    </SessionContext>
  );
}

function StaffBar({ session }: { session: Session }) {
  const { t, say } = useTexts();
  const hotline = useHotline();
  const [opened, setOpened] = useState(false);
  return (
    <header className={styles.bar}>
      <div className={styles.inner}>
        <Menu opened={opened} onChange={setOpened} position="bottom-start">
          <Menu.Target>
            <Burger opened={opened} size="sm" hiddenFrom="md" aria-label={t('nav.menu')} />
          </Menu.Target>
          <Menu.Dropdown>
            {offered(session.roles, hotline).map((place) => (
              <Menu.Item key={place.to} component={Link} to={place.to}>
                {t(place.text)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Link to={startPage(session.roles)} className={styles.brand}>
          <BrandMark />
          <span className={styles.brandName}>
            {say(hotline.name)}
            <small>{say(hotline.organisation)}</small>
          </span>
        </Link>
        <Places session={session} />
        <div className={styles.tools}>
          <LanguageSwitch short />
          <SchemeSwitch />
          <Person session={session} />
        </div>
      </div>
    </header>
  );
}

function Places({ session }: { session: Session }) {
  const { t } = useTexts();
  const hotline = useHotline();
  const here = useRouterState({ select: ({ location }) => placeAt(location.pathname) });
  return (
    <nav aria-label={t('nav.main')} className={`${styles.nav} mantine-visible-from-md`}>
      {offered(session.roles, hotline).map((place) => (
        <Link key={place.to} to={place.to} activeOptions={{ exact: here !== place.to }}>
          {t(place.text)}
        </Link>
      ))}
    </nav>
  );
}

function Person({ session }: { session: Session }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const leave = async () => {
    await api.delete('/gateway/session').catch(() => undefined);
    queryClient.clear();
    await navigate({ to: '/sign-in', search: { tenant: session.tenant } });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('nav.person', { name: session.name })}>
          <IconUserCircle size={22} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.name}
          <br />
          {session.roles.map((role) => t(`role.${role}`)).join(', ')}
        </Menu.Label>
        <Menu.Item component={Link} to={`/h/${session.tenant}`}>
          {t('nav.publicPage')}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t('nav.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The screen exists and is for another role: said in words, with the way to one's own. */
function NotYours({ session }: { session: Session }) {
  const { t } = useTexts();
  return (
    <main id="main" className={styles.main}>
      <PageHeading title={t('problem.notYours')} />
      <p>
        <Link to={startPage(session.roles)}>{t('problem.toYours')}</Link>
      </p>
    </main>
  );
}

function StaffFoot() {
  const { t, word } = useTexts();
  const { timeZone, edition, phone } = useHotline();
  return (
    <footer className={styles.foot}>
      <div className={styles.footInner}>
        {phone === null ? null : <span>{t('foot.phone', { phone })}</span>}
        <span>{t('foot.times', { zone: word('zone', timeZone), offset: utcOffset(platformNow(), timeZone) })}</span>
        <span>{t('foot.edition', { edition: edition.id })}</span>
      </div>
    </footer>
  );
}

/** When a call says that nobody is signed in any more, the session is asked for again and the page moves to signing in. */
function useSignedOut(): void {
  useEffect(() => {
    const onSignedOut = () => queryClient.setQueryData(sessionQuery().queryKey, null);
    window.addEventListener(signedOutEvent, onSignedOut);
    return () => window.removeEventListener(signedOutEvent, onSignedOut);
  }, []);
}
