import { Button, FileButton } from '@mantine/core';
import { IconMicrophone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useHotline } from '../app/hotline-context.ts';
import { queryClient } from '../app/query.ts';
import { useSession } from '../app/session-context.ts';
import { FilesUnderway } from '../files/files-underway.tsx';
import { sizeOf } from '../files/size.ts';
import { useFiles } from '../files/use-files.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { dateTime, lengthOf } from '../time/format.ts';
import { Moment } from '../ui/moment.tsx';
import { sayAloud } from '../ui/say.ts';
import { Fault, Loading } from '../ui/states.tsx';
import { type Call, callsQuery, type Recording, soundOf } from './api.ts';
import styles from './recordings.module.css';

/** The calls of a request, their recordings to listen to, and the adding of one (kuty 1.1). Shown where the regulation keeps recordings. */
export function Recordings({ requestId }: { requestId: string }) {
  const { t, language } = useTexts();
  const { recordings } = useHotline();
  const { roles } = useSession();
  const calls = useQuery(callsQuery(requestId));
  if (recordings === null) return null;
  if (calls.isPending) return <Loading rows={1} />;
  if (calls.isError) return <Fault error={calls.error} onRetry={() => void calls.refetch()} />;
  const mayAdd = roles.some((role) => role === 'operator' || role === 'moderator' || role === 'agent');
  if (calls.data.length === 0) {
    // A call is noted on the request's own page, which operators do not have.
    const mayNote = roles.some((role) => role === 'moderator' || role === 'agent');
    return (
      <p className="muted small">
        {t('recordings.none')} {mayNote ? t('recordings.noneYet') : null}
      </p>
    );
  }
  const limits = { size: sizeOf(recordings.maxBytes, t, language), length: lengthOf(recordings.longestMs) };
  return (
    <>
      <ul className={styles.calls}>
        {calls.data.map((call) => (
          <OneCall key={call.callId} requestId={requestId} call={call} mayAdd={mayAdd} />
        ))}
      </ul>
      {mayAdd ? <p className="muted small">{t('recordings.hint', limits)}</p> : null}
    </>
  );
}

function OneCall({ requestId, call, mayAdd }: { requestId: string; call: Call; mayAdd: boolean }) {
  const { t, word } = useTexts();
  const { underway, bring, drop } = useFiles<Recording>(
    `/intake/requests/${requestId}/calls/${call.callId}/recordings`,
    ({ name }) => {
      sayAloud(t('recordings.kept', { name }));
      for (const kind of ['calls', 'work']) void queryClient.invalidateQueries({ queryKey: [kind, requestId] });
    },
  );
  return (
    <li>
      <div>
        {t(`recordings.${call.direction}`)}
        {call.outcome === null ? null : ` — ${word('call', call.outcome)}`}
      </div>
      <div className="small muted">
        <Moment at={call.at} />
        {call.by === null ? null : `, ${call.by}`}
      </div>
      <ul className={styles.list}>
        {call.recordings.map((recording) => (
          <OneRecording key={recording.recordingId} requestId={requestId} recording={recording} call={call} />
        ))}
        <FilesUnderway underway={underway} onDrop={drop} />
      </ul>
      {call.recordings.length === 0 && underway.length === 0 ? (
        <p className="muted small" style={{ margin: '4px 0' }}>
          {t('recordings.empty')}
        </p>
      ) : null}
      {mayAdd ? <AddRecording call={call} onChosen={bring} /> : null}
    </li>
  );
}

function AddRecording({ call, onChosen }: { call: Call; onChosen: (file: File) => Promise<void> }) {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  return (
    <FileButton accept="audio/*" onChange={(file) => (file === null ? undefined : void onChosen(file))}>
      {(button) => (
        <Button
          {...button}
          size="xs"
          variant="default"
          aria-label={t('recordings.addTo', { at: dateTime(call.at, timeZone, language) })}
          leftSection={<IconMicrophone size={15} stroke={1.6} aria-hidden />}
        >
          {t('recordings.add')}
        </Button>
      )}
    </FileButton>
  );
}

function OneRecording({ requestId, recording, call }: { requestId: string; recording: Recording; call: Call }) {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const length = lengthOf(recording.lengthMs);
  const source = soundOf(requestId, recording);
  return (
    <li className={styles.recording}>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said; the correspondence beside it is what there is */}
      <audio
        controls
        preload="none"
        src={source}
        aria-label={t('recordings.play', { at: dateTime(call.at, timeZone, language), length })}
      />
      <span className="small">
        <span className={styles.name}>{recording.name}</span>{' '}
        <span className="muted">
          {t('recordings.length', { length })}, {sizeOf(recording.bytes, t, language)} · {recording.by.name},{' '}
          <Moment at={recording.keptAt} /> ·{' '}
        </span>
        <a href={source} download={recording.name}>
          {t('recordings.save')}
        </a>
      </span>
    </li>
  );
}
