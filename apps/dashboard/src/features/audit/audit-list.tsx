import type { TrailEntry } from '@stepway/contracts';
import { useMemo, type ReactNode } from 'react';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { useSetFilters } from '../../frame/toolbar.tsx';
import type { ListColumn } from '../../lists/columns.ts';
import { List } from '../../lists/list.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import type { SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import style from './audit.module.css';
import type { AuditFilters } from './filters.ts';
import { roleOf, staffWords } from './words.ts';

/** Something that one of the staff did at a moment. */
interface Done {
  readonly at: string;
  readonly actor: Pick<TrailEntry['actor'], 'id' | 'role' | 'name'>;
}

interface AuditListProps<Row extends Done> {
  readonly name: string;
  /** What is loaded, as it stands in a sentence. */
  readonly what: string;
  readonly query: { readonly data: unknown; readonly error: unknown; readonly refetch: () => unknown };
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly labelOf: (row: Row) => string;
  /** Beside when and who. */
  readonly columns: readonly ListColumn<Row>[];
  readonly empty: ReactNode;
  /** Another question has another list. */
  readonly question: string;
  readonly more?: (() => void) | undefined;
  /** The row that is open. */
  readonly chosen: AuditFilters['row'];
  readonly panelOf: (row: Row, close: () => void) => ReactNode;
}

/** When and who, then what the list is about; the chosen row in full beside it. */
export function AuditList<Row extends Done>(props: AuditListProps<Row>) {
  const { what, query, rows, idOf, columns, empty, chosen, panelOf, ...list } = props;
  const setFilters = useSetFilters<AuditFilters>();
  const now = useNow();
  const time = useSiteTime();
  const all = useMemo(() => [...whenAndWho<Row>(time, now), ...columns], [time, now, columns]);
  const open = rows.find((row) => idOf(row) === chosen);
  return (
    <ListArea panel={open !== undefined && panelOf(open, () => setFilters({ row: undefined }))}>
      <ListState what={what} query={query} columns={all} isEmpty={rows.length === 0} empty={empty}>
        <List
          {...list}
          rows={rows}
          idOf={idOf}
          columns={all}
          chosen={chosen}
          choose={(row) => setFilters({ row })}
          open={(row) => setFilters({ row: idOf(row) })}
        />
      </ListState>
    </ListArea>
  );
}

const whenAndWho = <Row extends Done>(time: SiteTime, now: number): readonly ListColumn<Row>[] => [
  {
    id: 'when',
    head: t('audit.when'),
    width: '150px',
    cell: ({ at }) => <span className="figure">{time.moment(at, now)}</span>,
  },
  {
    id: 'who',
    head: t('audit.who'),
    width: 'minmax(150px, 1fr)',
    names: true,
    cell: ({ actor }) => (
      <span className={style.who}>
        {staffWords(actor)} <span className={style.quiet}>{roleOf(actor.role)}</span>
      </span>
    ),
  },
];
