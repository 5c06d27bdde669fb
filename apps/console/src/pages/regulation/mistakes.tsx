import { useTexts } from '../../i18n/use-texts.ts';
import type { Checked } from './api.ts';
import styles from './mistakes.module.css';

/** What is wrong with a text, each mistake with a way to its place. */
export function Mistakes({ mistakes, onLine }: Pick<Checked, 'mistakes'> & { onLine: (line: number) => void }) {
  const { t } = useTexts();
  return (
    <ul>
      {mistakes.map(({ line, clause, sentence }) => (
        <li key={`${line} ${sentence}`}>
          <button type="button" className={styles.line} onClick={() => onLine(line)}>
            {t('regulation.line', { line })}
          </button>
          {clause === null ? ': ' : `, ${t('clause', { number: clause })}: `}
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** Puts the caret on a line, counted from 1, and shows it, also where the text was folded away. */
export function goToLine(area: HTMLTextAreaElement, line: number): void {
  const folded = area.closest('details');
  if (folded !== null) folded.open = true;
  const lines = area.value.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 4);
}
