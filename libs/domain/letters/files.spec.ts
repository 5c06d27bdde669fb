import { regulationOf } from '@reglament/testing/regulations';
import type { Instant } from '../time/index.ts';
import { composeLetter } from './index.ts';

const about = {
  requester: 'Мадина',
  number: '260000018',
  category: '',
  submittedAt: Date.parse('2026-11-20T09:00:00Z') as Instant,
  statusUrl: 'https://help.example.org/h/kz-portal/status?number=260000018',
};

test.each(['edoc', 'kz-portal'])('%s: letters name the files of a message, and the page that opens them', (tenant) => {
  const regulation = regulationOf(tenant);
  for (const kind of ['replied', 'information-requested', 'resolved'] as const) {
    for (const language of regulation.languages) {
      const matter = { kind, text: 'Сәлем', agent: 'Марат', files: ['план.pdf', '{name}.png'] };
      const body = composeLetter(regulation, { ...about, language }, matter)?.body ?? '';
      expect([kind, language, body]).toEqual([kind, language, expect.stringContaining('• план.pdf\n• {name}.png\n')]);
      expect(body.split(about.statusUrl).length).toBeGreaterThan(1);
      const without = composeLetter(regulation, { ...about, language }, { ...matter, files: [] })?.body ?? '';
      expect(without).not.toContain('•');
    }
  }
});
