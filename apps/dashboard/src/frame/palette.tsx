import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch, IconUser } from '@tabler/icons-react';
import type { EpisodeListItem } from '@stepway/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PaletteActs, PaletteReferral, useOffersReferral, usePaletteActs } from '../dialogs/palette-acts.tsx';
import { useSiteTitle } from '../api/directory.ts';
import { episodesQuery } from '../api/episodes.ts';
import { useLevels } from '../api/use-levels.ts';
import { LevelName } from '../marks/level-mark.tsx';
import { nameOf, peopleNamed, shortId } from '../marks/people.ts';
import { t } from '../texts/texts.ts';
import { paletteStore, useFirstChosen } from './palette-store.ts';
import { useScreens } from './screens.ts';
import { useSession } from './session.tsx';
import style from './palette.module.css';

const atMost = 8;

/** Go to…: people on the board, then screens. The search text stays in the page. */
export function Palette() {
  const [query, setQuery] = useState('');
  const navigate = useNavigate();
  const levels = useLevels();
  const { data: rows } = useQuery({
    ...episodesQuery('on-the-board'),
    // Nobody waits for who is looked for before anybody is.
    enabled: useSession().may.ask.includes('episodes') && query.trim() !== '',
  });
  const siteTitle = useSiteTitle();
  const levelOf = ({ programme, level }: EpisodeListItem): string =>
    level === null ? t('levels.referred') : levels.level(programme, level).title;
  const matched =
    query.trim() === ''
      ? []
      : peopleNamed([...(rows?.values() ?? [])], query, (row) => `${levelOf(row)} ${siteTitle(row.siteId)}`);
  const people = matched.slice(0, atMost);
  const found = useScreens().filter(({ words }) => words().toLowerCase().includes(query.trim().toLowerCase()));

  // While more than one answers to it, nothing is offered to be done: it would be for whom nobody chose.
  const [one] = matched.length === 1 ? matched : [];
  const acts = usePaletteActs(query, one && { row: one, level: levelOf(one) });
  const referral = useOffersReferral(query);
  useFirstChosen(query, [...people, ...(acts?.acts ?? []), ...found].map(idOf).join());

  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => setQuery('')}
      shortcut={null}
      title={t('frame.goToPersonOrScreen')}
      classNames={{
        header: 'unseen', // the dialog's name, for those who do not see it
        action: style.action,
        actionsGroup: style.group,
      }}
      // While it faded out it would take the next letters, which are keys of the page.
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      size={620}
      maxHeight={460}
      scrollable
    >
      <Spotlight.Search
        placeholder={t('frame.goTo')}
        aria-label={t('frame.goToPersonOrScreen')}
        leftSection={<IconSearch size={17} stroke={1.75} aria-hidden />}
        rightSection={<Kbd size="xs">Esc</Kbd>}
      />
      <Spotlight.ActionsList>
        {people.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.people')}>
            {people.map((row) => (
              <Spotlight.Action
                key={row.episodeId}
                onClick={() =>
                  void navigate({ to: '/journeys/$episodeId/{-$tab}', params: { episodeId: row.episodeId } })
                }
              >
                <IconUser size={16} stroke={1.6} aria-hidden />
                <Named name={nameOf(row)} query={query.trim()} />
                <span className={style.level}>
                  {row.level === null ? (
                    t('levels.referred')
                  ) : (
                    <LevelName level={levels.level(row.programme, row.level)} />
                  )}
                </span>
                <span className={style.apart}>
                  {siteTitle(row.siteId)}
                  {row.name !== null && <> · {shortId(row.episodeId)}</>}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {acts !== undefined && <PaletteActs {...acts} />}
        {referral && (
          <Spotlight.ActionsGroup label={t('dialogs.acts.actions')}>
            <PaletteReferral />
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.screens')}>
            {found.map(({ words, to, key, icon: Icon }) => (
              <Spotlight.Action key={to} onClick={() => void navigate({ to })}>
                <Icon size={16} stroke={1.6} aria-hidden />
                <span>{words()}</span>
                <span className={style.keys} aria-hidden>
                  {['G', key.toUpperCase()].map((name) => (
                    <Kbd key={name} size="xs">
                      {name}
                    </Kbd>
                  ))}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {people.length === 0 && found.length === 0 && !referral && (acts?.acts.length ?? 0) === 0 && (
          <Spotlight.Empty>{t('frame.nothingFound')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      {matched.length > 1 && <Spotlight.Footer className={style.foot}>{t('frame.oneToAct')}</Spotlight.Footer>}
    </Spotlight.Root>
  );
}

const idOf = (
  offered: Pick<EpisodeListItem, 'episodeId'> | { readonly command: string } | { readonly to: string },
): string => ('episodeId' in offered ? offered.episodeId : 'command' in offered ? offered.command : offered.to);

/** The name with what was searched for underlined. */
function Named({ name, query }: { readonly name: string; readonly query: string }) {
  const at = name.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0 || query === '') return <span>{name}</span>;
  return (
    <span>
      {name.slice(0, at)}
      <u className={style.match}>{name.slice(at, at + query.length)}</u>
      {name.slice(at + query.length)}
    </span>
  );
}
