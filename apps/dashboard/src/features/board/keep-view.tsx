import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../../texts/texts.ts';

interface KeepViewProps {
  /** The kept view that is shown now. */
  readonly shown: string | undefined;
  readonly keep: (name: string) => void;
  readonly forget: (name: string) => void;
}

/** Keeps what is filtered now under a name of one's own, or forgets the view that is shown. */
export function KeepView({ shown, keep, forget }: KeepViewProps) {
  const [opened, open] = useState(false);
  const [name, setName] = useState('');
  const Icon = shown === undefined ? IconBookmark : IconBookmarkFilled;
  const words = shown === undefined ? t('board.keep.title') : t('board.keep.forget', { name: shown });
  return (
    <Popover opened={opened} onChange={open} position="bottom-start" width={264} trapFocus withRoles={false}>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={28}
          aria-label={words}
          title={words}
          aria-expanded={opened}
          onClick={() => (shown === undefined ? open(!opened) : forget(shown))}
        >
          <Icon size={15} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('board.keep.title')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            keep(name.trim());
            setName('');
            open(false);
          }}
        >
          <TextInput
            size="sm"
            maxLength={40}
            label={t('board.keep.name')}
            description={t('board.keep.noNames')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" size="xs" mt={10}>
            {t('board.keep.act')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
