import { Button, Kbd, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconPlus, IconSearch } from '@tabler/icons-react';
import type { EpisodeView } from '@stepway/contracts';
import { useSearch } from '@tanstack/react-router';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useSession } from '../frame/session.tsx';
import { t } from '../texts/texts.ts';
import style from './acts-menu.module.css';
import { actOf, groups, type Group } from './catalogue.ts';
import { namedActs, offeredActs, type Offered } from './offered.ts';
import { useDialogs } from './use-dialog.ts';
import { said } from './words.ts';

interface ActsProps {
  readonly journey: EpisodeView;
  /** What may be done for this journey, as the API says. */
  readonly allowed?: readonly string[] | undefined;
}

/** The one primary button of a journey: what is recorded; beside it everything else, by group. */
export function PersonActs({ journey, allowed }: ActsProps) {
  const { send } = useSession().may;
  const { asOf } = useSearch({ strict: false });
  const acts = offeredActs({ may: send, allowed, journey }).map((act) =>
    asOf === undefined ? act : { ...act, impediment: 'past' as const },
  );
  if (acts.length === 0) return null;
  return (
    <div className={style.acts}>
      <ActsMenu
        words={t('dialogs.acts.record')}
        icon={<IconPlus size={15} stroke={2} aria-hidden />}
        acts={acts.filter(({ group }) => group === 'record')}
        all={acts}
        episodeId={journey.episodeId}
        primary
      />
      <ActsMenu
        words={t('dialogs.acts.actions')}
        acts={acts.filter(({ group }) => group !== 'record')}
        all={acts}
        episodeId={journey.episodeId}
      />
    </div>
  );
}

interface MenuProps {
  readonly words: string;
  readonly icon?: React.ReactNode;
  readonly acts: readonly Offered[];
  /** Those of the other menu too: who looks for one by its words need not know where it stands. */
  readonly all: readonly Offered[];
  readonly episodeId: string;
  readonly primary?: boolean;
}

/** Acts to look through: typed words narrow them, arrows move, Enter opens. */
function ActsMenu({ words, icon, acts, all, episodeId, primary = false }: MenuProps) {
  const [opened, setOpened] = useState(false);
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const { open } = useDialogs();
  if (acts.length === 0) return null;
  const found = query.trim() === '' ? acts : namedActs(all, query);
  const change = (next: boolean) => {
    setOpened(next);
    setQuery('');
  };
  const choose = ({ command, impediment }: Offered) => {
    if (impediment !== undefined) return;
    change(false);
    open(command, { episodeId });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(next, buttons.length - 1))]?.focus();
  };
  const first = found.find(({ impediment }) => impediment === undefined);
  return (
    <Popover
      opened={opened}
      onChange={change}
      position="bottom-end"
      width={340}
      withinPortal={false}
      trapFocus
      returnFocus
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          size="compact-md"
          variant={primary ? 'filled' : 'default'}
          leftSection={icon}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
          onClick={() => change(!opened)}
          data-acts={primary ? 'record' : 'actions'}
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={style.dropdown} aria-label={words} onKeyDown={onKeyDown}>
        <TextInput
          size="xs"
          data-autofocus
          aria-label={t('dialogs.acts.search')}
          aria-controls={id}
          placeholder={t('dialogs.acts.search')}
          leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first !== undefined) choose(first);
          }}
        />
        <div ref={list} id={id} className={style.list}>
          {groups.map((group) => (
            <Acts key={group} group={group} acts={found.filter((act) => act.group === group)} choose={choose} />
          ))}
          {found.length === 0 && <p className={style.none}>{t('dialogs.acts.none')}</p>}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly acts: readonly Offered[];
  readonly choose: (act: Offered) => void;
}

function Acts({ group, acts, choose }: GroupProps) {
  if (acts.length === 0) return null;
  const title = said(`dialogs.group.${group}`);
  return (
    <div role="group" aria-label={title}>
      <div className={style.group} aria-hidden>
        {title}
      </div>
      {acts.map((act) => {
        const Icon = actOf(act.command).icon;
        return (
          <UnstyledButton
            key={act.command}
            className={style.act}
            aria-disabled={act.impediment !== undefined}
            onClick={() => choose(act)}
          >
            <Icon size={16} stroke={1.6} aria-hidden />
            <span>
              {act.words}
              {act.impediment !== undefined && <small>{said(`dialogs.impediment.${act.impediment}`)}</small>}
            </span>
            {act.key !== undefined && act.impediment === undefined && (
              <span className={style.keys} aria-hidden>
                <Kbd size="xs">R</Kbd>
                <Kbd size="xs">{act.key.toUpperCase()}</Kbd>
              </span>
            )}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
