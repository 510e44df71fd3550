import { ActionIcon, Button, Input } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../../texts/texts.ts';
import style from './layouts.module.css';

interface LinesProps {
  readonly children: ReactNode;
  /** How many there are. */
  readonly count: number;
  readonly error: ReactNode;
  /** The words of the button for one more, and what it does. */
  readonly more: string;
  readonly add: () => void;
  /** Names all lines together. */
  readonly label?: string;
}

/** Things of one kind, one below the other, and the button for one more. */
export function Lines({ children, count, error, more, add, label }: LinesProps) {
  const oneMore = useRef<HTMLButtonElement>(null);
  // What was pressed may have gone with it: the focus stays in the form, where the keys act.
  useEffect(() => {
    if (document.activeElement === document.body) oneMore.current?.focus();
  }, [count]);
  return (
    <div {...(label !== undefined && { role: 'group', 'aria-label': label })} className={style.lines}>
      {children}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
      <Button
        ref={oneMore}
        className={style.add}
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
      >
        {more}
      </Button>
    </div>
  );
}

interface RemoveProps {
  /** What kind of thing, and which of them, from 1. */
  readonly what: string;
  readonly number: number;
  readonly remove: () => void;
}

export const Remove = ({ what, number, remove }: RemoveProps) => (
  <ActionIcon
    variant="subtle"
    color="gray"
    size={30}
    aria-label={t('dialogs.remove', { what, number })}
    onClick={remove}
  >
    <IconTrash size={16} stroke={1.6} aria-hidden />
  </ActionIcon>
);
