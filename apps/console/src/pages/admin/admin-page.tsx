import { Tabs } from '@mantine/core';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Complaints } from '../conduct/complaints.tsx';
import { FormsOnSites } from '../embed/forms-on-sites.tsx';
import { ApiKeys } from './api-keys.tsx';
import { Staff } from './staff.tsx';

/** The administrator's page: who works here, and which systems may call. */
export function AdminPage() {
  const { t } = useTexts();
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('admin.title')} />
      <Tabs defaultValue="staff" mt="lg" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="staff">{t('admin.staff')}</Tabs.Tab>
          <Tabs.Tab value="keys">{t('admin.keys')}</Tabs.Tab>
          <Tabs.Tab value="sites">{t('embed.title')}</Tabs.Tab>
          <Tabs.Tab value="complaints">{t('complaint.heading')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="staff" pt="lg">
          <Staff />
        </Tabs.Panel>
        <Tabs.Panel value="keys" pt="lg">
          <ApiKeys />
        </Tabs.Panel>
        <Tabs.Panel value="sites" pt="lg">
          <FormsOnSites />
        </Tabs.Panel>
        <Tabs.Panel value="complaints" pt="lg">
          <Complaints />
        </Tabs.Panel>
      </Tabs>
    </main>
  );
}
