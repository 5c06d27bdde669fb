import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { count, plainDate } from '../../time/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { sayAloud } from '../../ui/say.ts';
import { afterPublishing, type ChangedDay, changeDay, type RegulationView, reevaluationQuery } from './api.ts';
import { Refused } from './publish-form.tsx';
import styles from './regulation.module.css';

const kinds = ['closed', 'hours', 'calendar'] as const;
type Kind = (typeof kinds)[number];

/** Single days of the calendar: changed here, and what became of open deadlines. */
export function Days({ regulation }: { regulation: RegulationView }) {
  const { t } = useTexts();
  return (
    <section className={styles.section} aria-labelledby="regulation-days">
      <h2 id="regulation-days">{t('regulation.days')}</h2>
      <p className="muted">{t('regulation.daysHint')}</p>
      <DayForm today={regulation.today} />
      <Progress />
      {regulation.days.length === 0 ? (
        <p className="muted">{t('regulation.noDays')}</p>
      ) : (
        <ul className={styles.list}>
          {regulation.days.toReversed().map((day) => (
            <DayLine key={day.number} day={day} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DayForm({ today }: { today: string }) {
  const { t, language } = useTexts();
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<Kind>('closed');
  const [hours, setHours] = useState('');
  const [reason, setReason] = useState('');
  const changing = useMutation({
    mutationFn: () =>
      changeDay({
        date,
        hours: kind === 'calendar' ? null : kind === 'closed' ? 'closed' : hours.trim(),
        reason: reason.trim(),
      }),
    onSuccess: async () => {
      sayAloud(t('regulation.dayChanged', { date: plainDate(date, language) }));
      setReason('');
      setHours('');
      await afterPublishing();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!changing.isPending) changing.mutate();
  };
  return (
    <form onSubmit={submit} className={styles.row}>
      <TextInput
        type="date"
        required
        min={today}
        label={t('regulation.date')}
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <Select
        label={t('regulation.becomes')}
        data={kinds.map((value) => ({ value, label: t(`regulation.day.${value}`) }))}
        allowDeselect={false}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'closed')}
      />
      {kind === 'hours' ? (
        <TextInput
          label={t('regulation.hours')}
          placeholder="09:00-13:00, 14:00-16:00"
          required
          maxLength={200}
          value={hours}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
      ) : null}
      <TextInput
        label={t('regulation.reason')}
        required
        maxLength={500}
        miw={240}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={changing.isPending}>
        {t('regulation.changeDay')}
      </Button>
      {changing.isError ? <Refused error={changing.error} /> : null}
    </form>
  );
}

/** How many requests still have deadlines to be worked out anew. */
function Progress() {
  const { t, language } = useTexts();
  const progress = useQuery(reevaluationQuery());
  if (progress.data === undefined) return null;
  const { waiting } = progress.data;
  return (
    <p role="status" className="small muted" data-testid="reevaluation">
      {waiting === 0 ? t('regulation.upToDate') : t('regulation.waiting', { number: count(waiting, language) })}
    </p>
  );
}

function DayLine({ day }: { day: ChangedDay }) {
  const { t, language } = useTexts();
  return (
    <li>
      <div className={styles.line}>
        <span className={day.isLatest ? styles.name : 'muted'}>{plainDate(day.date, language)}</span>
        <span className={day.isLatest ? '' : 'muted'}>
          {day.hours === null
            ? t('regulation.day.calendar')
            : day.hours === 'closed'
              ? t('regulation.day.closed')
              : t('regulation.dayHours', { hours: day.hours })}
        </span>
        <span>{day.reason}</span>
        <span className="small muted">
          {t('regulation.changedBy', { name: day.by })}, <Moment at={day.at} exact />
        </span>
        {day.isLatest ? null : <span className="small muted">{t('regulation.replaced')}</span>}
      </div>
    </li>
  );
}
