import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import type { Language } from '../api/types.ts';
import { chooseLanguage } from '../i18n/index.ts';
import { languages, ownNames } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';

/** Lets a person read the console in another language; remembered. */
export function LanguageSwitch({ among = languages }: { among?: readonly Language[] }) {
  const { t, language } = useTexts();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          w="auto"
          px="xs"
          aria-label={`${t('switch.language')}: ${ownNames[language]}`}
        >
          <IconLanguage size={20} stroke={1.6} aria-hidden />
          <span style={{ marginInlineStart: 6, fontSize: '0.8125rem', fontWeight: 550 }}>{language.toUpperCase()}</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {among.map((one) => (
          <Menu.Item key={one} lang={one} onClick={() => void chooseLanguage(one)} fw={one === language ? 650 : 400}>
            {ownNames[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
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
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={() => setColorScheme(next.value)}>
        <current.Icon size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
