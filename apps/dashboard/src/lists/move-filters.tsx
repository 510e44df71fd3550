import type { EpisodeListItem } from '@stepway/contracts';
import { Choice, NameFilter } from '../frame/toolbar.tsx';
import type { LevelBook } from '../marks/levels.ts';
import { t } from '../texts/texts.ts';
import { SiteFilter } from './site-filter.tsx';

interface Filters {
  readonly site?: string | undefined;
  readonly programme?: string | undefined;
  readonly level?: string | undefined;
}

interface MoveFiltersProps {
  /** All rows, for the programmes there are. */
  readonly rows: readonly { readonly programme: EpisodeListItem['programme'] | string }[];
  readonly filters: Filters;
  readonly choose: (changes: Filters) => void;
  readonly levels: LevelBook;
  readonly name: string;
  readonly setName: (name: string) => void;
}

/** Name, site, programme and next level: the filters that lists of moves have in common. */
export function MoveFilters({ rows, filters, choose, levels, name, setName }: MoveFiltersProps) {
  const present = new Set(rows.map(({ programme }) => (typeof programme === 'string' ? programme : programme.id)));
  const programmes = levels.programmes.filter(({ id }) => present.has(id) || id === filters.programme);
  const ofLevels =
    filters.programme === undefined && programmes.length > 0
      ? programmes
      : programmes.filter(({ id }) => id === filters.programme);
  const titles = new Map(ofLevels.flatMap(({ id }) => levels.levelsOf({ id })).map((level) => [level.id, level.title]));
  const any = { id: undefined, words: t('lists.any') };
  return (
    <>
      <NameFilter name={name} setName={setName} />
      <SiteFilter value={filters.site} choose={(site) => choose({ site })} />
      {programmes.length > 1 && (
        <Choice
          words={(chosen) => t('lists.programme', { chosen })}
          options={[any, ...programmes.map(({ id, title }) => ({ id, words: title }))]}
          value={filters.programme}
          choose={(programme) => choose({ programme, level: undefined })}
        />
      )}
      <Choice
        words={(chosen) => t('lists.level', { chosen })}
        options={[any, ...[...titles].map(([id, words]) => ({ id, words }))]}
        value={filters.level}
        choose={(level) => choose({ level })}
      />
    </>
  );
}
