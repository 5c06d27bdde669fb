import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { ProblemError } from '../../api/client.ts';
import { hotlineQuery } from '../../api/queries.ts';
import type { Hotline } from '../../api/types.ts';
import { NotFound } from '../../app/faults.tsx';
import { HotlineContext } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { languages } from '../../i18n/languages.ts';
import { useTenantLanguage } from '../../i18n/use-tenant-language.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { utcOffset } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { BrandMark } from '../../ui/brand.tsx';
import { ClockBanner } from '../../ui/clock-banner.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { LanguageSwitch, SchemeSwitch } from '../../ui/switches.tsx';

const route = getRouteApi('/h/$tenant');

/** Around a hotline’s public pages: whose hotline this is, its number, its language. */
export function HotlineLayout() {
  const { tenant } = route.useParams();
  const hotline = useQuery(hotlineQuery(tenant));
  useTenantLanguage(hotline.data);
  if (hotline.error instanceof ProblemError && hotline.error.problem.status === 404) return <NotFound />;
  if (hotline.isError) {
    return (
      <main id="main" className={layout.main}>
        <Fault error={hotline.error} onRetry={() => void hotline.refetch()} />
      </main>
    );
  }
  if (hotline.data === undefined) {
    return (
      <main id="main" className={layout.main}>
        <Loading rows={6} />
      </main>
    );
  }
  return (
    <HotlineContext value={hotline.data}>
      <ClockBanner />
      <WholePage hotline={hotline.data} />
    </HotlineContext>
  );
}

function WholePage({ hotline }: { hotline: Hotline }) {
  const { t, say, word } = useTexts();
  const own = hotline.languages;
  const zone = word('zone', hotline.timeZone);
  return (
    <>
      <header className={layout.bar}>
        <div className={layout.inner} style={{ maxWidth: 1240 }}>
          <Link to="/h/$tenant" params={{ tenant: hotline.tenant }} className={layout.brand}>
            <BrandMark />
            <span className={layout.brandName}>
              {say(hotline.name)}
              <small>{say(hotline.organisation)}</small>
            </span>
          </Link>
          <div className={layout.tools}>
            <LanguageSwitch among={[...own, ...languages.filter((language) => !own.includes(language))]} />
            <SchemeSwitch />
          </div>
        </div>
      </header>
      <main id="main" className={layout.main}>
        <Outlet />
      </main>
      <footer className={layout.foot}>
        <div className={layout.footInner}>
          {hotline.phone === null ? null : <span>{t('foot.phone', { phone: hotline.phone })}</span>}
          <span>{t('foot.times', { zone, offset: utcOffset(platformNow(), hotline.timeZone) })}</span>
          <span>{t('foot.edition', { edition: hotline.edition.id })}</span>
          <Link to="/">{t('home.title')}</Link>
        </div>
      </footer>
    </>
  );
}
