import { Badge } from '@mantine/core';
import { useTexts } from '../i18n/use-texts.ts';

const tones: Readonly<Record<string, string>> = {
  queued: 'yellow',
  assigned: 'petrol',
  waiting: 'gray',
  'handed-over': 'gray',
  resolved: 'gray',
};

/** How a request stands, in a word. */
export function StatusBadge({ status }: { status: string }) {
  const { word } = useTexts();
  return (
    <Badge variant="light" size="lg" radius="sm" tt="none" fw={550} color={tones[status] ?? 'gray'} c="var(--ink)">
      {word('requestStatus', status)}
    </Badge>
  );
}
