import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Incidents } from './incidents.tsx';

/** Breaches of conduct of the whole hotline. */
export function IncidentsPage() {
  const { t } = useTexts();
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('conduct.title')} />
      <div style={{ marginTop: 20, maxWidth: 760 }}>
        <Incidents requestId={null} />
      </div>
    </main>
  );
}
