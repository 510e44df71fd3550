import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { EpisodeListItem } from '@stepway/contracts';
import { journeyQuery } from '../features/journey/get-journey.ts';
import { useSession } from '../frame/session.tsx';
import { nameOf, shortId } from '../marks/people.ts';
import { t } from '../texts/texts.ts';
import { actOf, recordKeys } from './catalogue.ts';
import { namedActs, offeredActs, type Offered } from './offered.ts';
import { useDialogs } from './use-dialog.ts';
import { actName } from './words.ts';
import style from './acts-menu.module.css';

interface PaletteActs {
  /** The heading: for whom. */
  readonly title: string;
  readonly episodeId: string;
  readonly acts: readonly Offered[];
}

/** The only person who answers to the search, with their level in words. */
interface Found {
  readonly row: EpisodeListItem;
  readonly level: string;
}

const often: readonly string[] = Object.values(recordKeys);

/**
 * What the palette offers to do: for the person searched for, the usual five; on a journey every act by its words.
 */
export function usePaletteActs(query: string, found: Found | undefined): PaletteActs | undefined {
  const { send } = useSession().may;
  const { episodeId } = useParams({ strict: false });
  const here = useQuery({ ...journeyQuery(episodeId ?? ''), enabled: episodeId !== undefined }).data;
  if (found !== undefined) {
    const acts = offeredActs({ may: send }).filter(({ command }) => often.includes(command));
    const { row, level } = found;
    const person = [nameOf(row), level, ...(row.name === null ? [] : [shortId(row.episodeId)])].join(', ');
    return { title: t('dialogs.acts.for', { person }), episodeId: row.episodeId, acts };
  }
  if (here === undefined || episodeId === undefined) return undefined;
  const acts = offeredActs({ may: send, allowed: here.allowed, journey: here }).filter(
    ({ impediment }) => impediment === undefined,
  );
  const asked = query.trim() === '' ? acts.filter(({ key }) => key !== undefined) : namedActs(acts, query);
  return { title: t('dialogs.acts.for', { person: nameOf(here) }), episodeId, acts: asked.slice(0, 8) };
}

/** The group of acts in the palette. */
export function PaletteActs({ title, episodeId, acts }: PaletteActs) {
  const { open } = useDialogs();
  if (acts.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={title}>
      {acts.map(({ command, words, key }) => {
        const Icon = actOf(command).icon;
        return (
          <Spotlight.Action key={command} onClick={() => open(command, { episodeId })}>
            <Icon size={16} stroke={1.6} aria-hidden />
            <span>{words}</span>
            {key !== undefined && (
              <span className={style.keys} aria-hidden>
                <Kbd size="xs">R</Kbd>
                <Kbd size="xs">{key.toUpperCase()}</Kbd>
              </span>
            )}
          </Spotlight.Action>
        );
      })}
    </Spotlight.ActionsGroup>
  );
}

/** A referral is of nobody on the board yet. */
export function PaletteReferral() {
  const { open } = useDialogs();
  return (
    <Spotlight.Action onClick={() => open('OpenEpisode')}>
      <IconUserPlus size={16} stroke={1.6} aria-hidden />
      <span>{actName('OpenEpisode')}</span>
    </Spotlight.Action>
  );
}

/** Whether a new referral answers to what is searched for, and may be opened. */
export function useOffersReferral(query: string): boolean {
  const { send } = useSession().may;
  return send.includes('OpenEpisode') && actName('OpenEpisode').toLowerCase().includes(query.trim().toLowerCase());
}
