import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { localField, momentOf } from '../../time/local.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { MomentField, ProcedureForm, type ProcedureProps } from './procedure-form.tsx';

/** Words that may be left out are not sent empty. */
const optional = (key: string, text: string): object => (text.trim() === '' ? {} : { [key]: text.trim() });

/** Puts work off: a reason of the regulation, and an end. */
export function PostponeDialog({ verbs, onClose }: ProcedureProps) {
  const { t, say } = useTexts();
  const { reasons, timeZone } = useHotline();
  const listed = reasons.filter(({ use, chosenBy }) => use === 'postpone' && chosenBy === 'staff');
  const [reason, setReason] = useState(listed[0]?.id ?? '');
  const [until, setUntil] = useState('');
  const [untilReply, setUntilReply] = useState(false);
  const [note, setNote] = useState('');
  const at = momentOf(until, timeZone);
  const body = { reason, untilReply, ...(at === null ? {} : { until: at }), ...optional('note', note) };
  return (
    <ProcedureForm
      title={t('procedure.postponeTitle')}
      confirm={t('procedure.confirmPostpone')}
      busy={verbs.isPending}
      ready={reason !== '' && (at !== null || untilReply)}
      onClose={onClose}
      onSubmit={() => verbs.mutate({ verb: 'postpone', body }, { onSuccess: onClose })}
    >
      <NativeSelect
        data-autofocus
        label={t('procedure.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={listed.map((one) => ({ value: one.id, label: say(one.name) }))}
      />
      <MomentField label={t('procedure.until')} value={until} onChange={setUntil} />
      <Checkbox
        label={t('procedure.untilReply')}
        checked={untilReply}
        onChange={(event) => setUntilReply(event.currentTarget.checked)}
      />
      <Textarea
        label={t('procedure.told')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ProcedureForm>
  );
}

/** A year of working time: what the service takes at most. */
const mostMinutes = 525_600;

/** The responsible agent's own deadline, by a moment or by working time from now; changing it needs a reason. */
export function DeadlineDialog({ work, verbs, onClose }: ProcedureProps) {
  const { t } = useTexts();
  const { timeZone } = useHotline();
  const [field, setField] = useState(work.deadlineAt === null ? '' : localField(Date.parse(work.deadlineAt), timeZone));
  const [kind, setKind] = useState<'moment' | 'working'>('moment');
  const [hours, setHours] = useState<number | string>(8);
  const [note, setNote] = useState('');
  const [tell, setTell] = useState(true);
  const at = momentOf(field, timeZone);
  const minutes = Math.round(Number(hours) * 60);
  const deadline = kind === 'moment' ? { kind, at } : { kind, minutes };
  const named = kind === 'moment' ? at !== null : minutes >= 1 && minutes <= mostMinutes;
  const changes = work.deadlineAt !== null;
  return (
    <ProcedureForm
      title={t('procedure.deadlineTitle')}
      confirm={t('procedure.confirmDeadline')}
      busy={verbs.isPending}
      ready={named && (!changes || note.trim() !== '')}
      onClose={onClose}
      onSubmit={() =>
        verbs.mutate(
          { verb: 'set-deadline', body: { deadline, tell, ...optional('note', note) } },
          { onSuccess: onClose },
        )
      }
    >
      <NativeSelect
        data-autofocus
        label={t('deadline.how')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value === 'working' ? 'working' : 'moment')}
        data={[
          { value: 'moment', label: t('deadline.moment') },
          { value: 'working', label: t('deadline.working') },
        ]}
      />
      {kind === 'moment' ? (
        <MomentField label={t('procedure.at')} value={field} onChange={setField} required />
      ) : (
        <NumberInput
          required
          label={t('deadline.hours')}
          description={t('deadline.hoursMean')}
          min={0.25}
          max={mostMinutes / 60}
          step={0.5}
          value={hours}
          onChange={setHours}
        />
      )}
      {changes ? (
        <Textarea
          required
          label={t('procedure.why')}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      ) : null}
      <Checkbox label={t('procedure.tell')} checked={tell} onChange={(event) => setTell(event.currentTarget.checked)} />
    </ProcedureForm>
  );
}

/** A session of remote administration, with who consented to it and how. */
export function SessionDialog({ verbs, onClose }: ProcedureProps) {
  const { t, say } = useTexts();
  const { remoteSessions, timeZone } = useHotline();
  const tools = remoteSessions?.tools ?? [];
  const consents = remoteSessions?.consents ?? [];
  const now = platformNow();
  const [tool, setTool] = useState(tools[0]?.id ?? '');
  const [start, setStart] = useState(localField(now - 15 * 60_000, timeZone));
  const [end, setEnd] = useState(localField(now - 60_000, timeZone));
  const [by, setBy] = useState('');
  const [how, setHow] = useState(consents[0]?.id ?? '');
  const [note, setNote] = useState('');
  const [startedAt, endedAt] = [momentOf(start, timeZone), momentOf(end, timeZone)];
  const body = { tool, startedAt, endedAt, consent: { by, how }, ...optional('note', note) };
  return (
    <ProcedureForm
      title={t('procedure.sessionTitle')}
      confirm={t('procedure.confirmSession')}
      busy={verbs.isPending}
      ready={startedAt !== null && endedAt !== null && by.trim() !== ''}
      onClose={onClose}
      onSubmit={() => verbs.mutate({ verb: 'record-session', body }, { onSuccess: onClose })}
    >
      <NativeSelect
        label={t('procedure.tool')}
        value={tool}
        onChange={(event) => setTool(event.currentTarget.value)}
        data={tools.map((one) => ({ value: one.id, label: say(one.name) }))}
      />
      <MomentField label={t('procedure.start')} value={start} onChange={setStart} required />
      <MomentField label={t('procedure.end')} value={end} onChange={setEnd} required />
      <TextInput
        data-autofocus
        required
        label={t('procedure.consentBy')}
        maxLength={200}
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('procedure.consentHow')}
        value={how}
        onChange={(event) => setHow(event.currentTarget.value)}
        data={consents.map((one) => ({ value: one.id, label: say(one.name) }))}
      />
      <Textarea
        label={t('procedure.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ProcedureForm>
  );
}
