import type { CensusRow, EpisodeListItem, WorklistCounts } from '@stepway/contracts';

/** What the navigation says beside a screen; warm: it asks for an act. */
export interface ScreenCount {
  readonly count: string;
  readonly warm: boolean;
}

interface Known {
  readonly census: readonly CensusRow[] | undefined;
  /** Who is between two levels, and what waits for a decision: short lists, which come after the page itself. */
  readonly handOffs: Iterable<EpisodeListItem> | undefined;
  readonly proposals: Iterable<EpisodeListItem> | undefined;
  readonly tasks: WorklistCounts | undefined;
  /** Epoch ms: a deadline may pass between two events. */
  readonly now: number;
}

const asksForDecision = ({ flags }: EpisodeListItem): boolean =>
  flags.some((flag) => flag === 'proposal' || flag === 'proposal-escalated' || flag === 'second-person');
const isOverdue = ({ transition }: EpisodeListItem, now: number): boolean =>
  transition?.handOffDueAt !== undefined && Date.parse(transition.handOffDueAt) <= now;

/** How many wait on each screen that says so. Not known is not nought: then nothing is said. */
export function screenCounts(known: Known): Readonly<Partial<Record<string, ScreenCount>>> {
  const { census, handOffs, proposals, tasks, now } = known;
  const said = (path: string, count: number | undefined, warm = false) =>
    count === undefined ? {} : { [path]: { count: String(count), warm: warm && count > 0 } };
  const among = (rows: Iterable<EpisodeListItem> | undefined, holds: (row: EpisodeListItem) => boolean) =>
    rows && [...rows].filter((row) => row.status !== 'discharged' && holds(row)).length;
  const asked = tasks && (tasks.team > 0 ? tasks.team : tasks.all);
  return {
    ...(tasks !== undefined &&
      asked !== undefined && {
        '/today': { count: asked >= tasks.most ? `${tasks.most - 1}+` : String(asked), warm: false },
      }),
    ...said(
      '/board',
      census?.reduce((sum, { active, waiting }) => sum + active + waiting, 0),
    ),
    ...said(
      '/not-yet-seen',
      among(handOffs, (row) => isOverdue(row, now)),
      true,
    ),
    ...said('/proposals', among(proposals, asksForDecision)),
    ...said(
      '/waiting-list',
      census?.reduce((sum, { waiting }) => sum + waiting, 0),
    ),
  };
}
