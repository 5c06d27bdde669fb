import { useHotline } from '../app/hotline-context.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { type At, dateTime, nearMoment, secondOfDay } from '../time/format.ts';
import { platformNow } from '../time/platform-clock.ts';

/** A moment in the hotline’s time zone: short when it is today, exact on hover. */
export function Moment({ at, exact = false }: { at: At; exact?: boolean }) {
  const { timeZone } = useHotline();
  const { language } = useTexts();
  const iso = new Date(at).toISOString();
  const full = `${dateTime(at, timeZone, language)} (${secondOfDay(at, timeZone, language)})`;
  return (
    <time dateTime={iso} title={full}>
      {exact ? dateTime(at, timeZone, language) : nearMoment(at, platformNow(), timeZone, language)}
    </time>
  );
}
