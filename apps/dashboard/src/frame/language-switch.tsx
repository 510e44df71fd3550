import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { chooseLanguage, language, languages, t, type Language } from '../texts/texts.ts';

const choices = Object.entries(languages) as readonly (readonly [Language, string])[];

export function LanguageSwitch() {
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon variant="default" size={28} aria-label={t('frame.language')} title={t('frame.language')}>
          <IconLanguage size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([value, name]) => (
          <Menu.Item
            key={value}
            lang={value}
            rightSection={value === language() && <IconCheck size={14} aria-label={t('frame.chosen')} />}
            onClick={() => chooseLanguage(value)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
