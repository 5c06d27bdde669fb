import { Outlet } from '@tanstack/react-router';
import { useTexts } from '../i18n/use-texts.ts';

/** Around every page: the way past the navigation for keyboards. */
export function Root() {
  const { t } = useTexts();
  return (
    <>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Outlet />
    </>
  );
}
