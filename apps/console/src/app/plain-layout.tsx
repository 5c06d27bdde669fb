import { Link, Outlet } from '@tanstack/react-router';
import { useTexts } from '../i18n/use-texts.ts';
import { BrandMark } from '../ui/brand.tsx';
import { LanguageSwitch, SchemeSwitch } from '../ui/switches.tsx';
import styles from './layout.module.css';

/** The pages that belong to no hotline: the list of hotlines and signing in. */
export function PlainLayout() {
  const { t } = useTexts();
  return (
    <>
      <header className={styles.bar}>
        <div className={styles.inner} style={{ maxWidth: 960 }}>
          <Link to="/" className={styles.brand}>
            <BrandMark />
            <span className={styles.brandName}>Reglament</span>
          </Link>
          <div className={styles.tools}>
            <Link to="/sign-in" className={styles.menuLink} style={{ padding: '0 10px' }}>
              {t('nav.staff')}
            </Link>
            <LanguageSwitch />
            <SchemeSwitch />
          </div>
        </div>
      </header>
      <main id="main" className={`${styles.main} ${styles.narrow}`}>
        <Outlet />
      </main>
    </>
  );
}
