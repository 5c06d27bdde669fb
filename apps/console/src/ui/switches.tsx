import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import type { Language } from '../api/types.ts';
import { chooseLanguage } from '../i18n/index.ts';
import { languages, ownNames } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './switches.module.css';

interface LanguageProps {
  readonly among?: readonly Language[];
  /** On a phone only the sign, where the bar has more to hold. */
  readonly short?: boolean;
}

/** Lets a person read the console in another language; remembered. Each language stands in its own words. */
export function LanguageSwitch({ among = languages, short = false }: LanguageProps) {
  const { t, language } = useTexts();
  return (
    <span className={`${styles.language} ${short ? styles.short : ''}`}>
      <IconLanguage size={20} stroke={1.6} aria-hidden />
      <select
        aria-label={t('switch.language')}
        value={language}
        onChange={(event) => {
          const chosen = among.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) void chooseLanguage(chosen);
        }}
      >
        {among.map((one) => (
          <option key={one} value={one} lang={one}>
            {ownNames[one]}
          </option>
        ))}
      </select>
    </span>
  );
}

const schemes = [
  { value: 'auto', Icon: IconDeviceDesktop },
  { value: 'light', Icon: IconSun },
  { value: 'dark', Icon: IconMoon },
] as const;

/** Light, dark, or as the system says. */
export function SchemeSwitch() {
  const { t } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const at = Math.max(
    0,
    schemes.findIndex((scheme) => scheme.value === colorScheme),
  );
  const current = schemes[at] ?? schemes[0];
  const next = schemes[(at + 1) % schemes.length] ?? schemes[0];
  const label = t(`switch.scheme.${current.value}`);
  return (
    <button
      type="button"
      className={styles.scheme}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next.value)}
    >
      <current.Icon size={20} stroke={1.6} aria-hidden />
    </button>
  );
}
