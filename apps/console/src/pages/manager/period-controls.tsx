import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Days, Period } from './api.ts';
import { isDate, shiftDate } from './dates.ts';

const periods: readonly Period[] = ['day', 'week', 'month', 'range'];

interface Props {
  readonly days: Days;
  readonly onChange: (days: Days) => void;
}

/** Which days are shown: a day, a week, a month with steps to its neighbours, or any dates. */
export function PeriodControls({ days, onChange }: Props) {
  const { t } = useTexts();
  const last = days.period === 'range' ? days.to : days.date;
  const turnTo = (period: Period) =>
    onChange(period === 'range' ? { period, from: shiftDate(last, 'month', -1), to: last } : { period, date: last });
  return (
    <>
      <SegmentedControl
        aria-label={t('manager.period')}
        value={days.period}
        onChange={(next) => turnTo(periods.find((one) => one === next) ?? 'day')}
        data={periods.map((one) => ({ value: one, label: one === 'range' ? t('figures.range') : t(`manager.${one}`) }))}
      />
      {days.period === 'range' ? (
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            aria-label={t(`figures.${end}`)}
            value={days[end]}
            onChange={({ currentTarget: { value } }) => isDate(value) && onChange({ ...days, [end]: value })}
          />
        ))
      ) : (
        <OneDate days={days} onChange={onChange} />
      )}
    </>
  );
}

function OneDate({ days, onChange }: { days: Exclude<Days, { period: 'range' }>; onChange: Props['onChange'] }) {
  const { t } = useTexts();
  const { period, date } = days;
  const step = (by: 1 | -1) => onChange({ period, date: shiftDate(date, period, by) });
  return (
    <>
      <ActionIcon variant="default" size={36} aria-label={t('manager.earlier')} onClick={() => step(-1)}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <TextInput
        type="date"
        aria-label={t('manager.date')}
        value={date}
        onChange={({ currentTarget: { value } }) => isDate(value) && onChange({ period, date: value })}
      />
      <ActionIcon variant="default" size={36} aria-label={t('manager.later')} onClick={() => step(1)}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </>
  );
}
