import type { EpisodeListItem } from '@stepway/contracts';
import type { BoardFilters } from './filters.ts';

type Row = Pick<EpisodeListItem, 'ending' | 'siteId'>;
type Filters = Pick<BoardFilters, 'ending' | 'ended'>;

export interface Calendar {
  readonly now: number;
  /** The year at a moment, by the clocks of a site. */
  readonly yearOf: (siteId: string, at: string | number) => number;
}

const dayMs = 86_400_000;

/** Whether an episode ended in the way and the time asked for. Where nothing is asked, every one did, also one still open. */
export function endedAs({ ending, siteId }: Row, filters: Filters, calendar: Calendar): boolean {
  if (filters.ending === undefined && filters.ended === undefined) return true;
  if (ending === undefined || ending === null) return false;
  return isWay(ending, filters.ending) && isTime(ending.at, siteId, filters.ended, calendar);
}

/** By own wish goes whoever leaves before completion, and whoever decides to go against advice. */
const isWay = ({ reason, patientDirected }: NonNullable<Row['ending']>, asked: Filters['ending']): boolean =>
  asked === undefined || (asked === 'own-wish' ? reason === 'dropped-out' || patientDirected : reason === asked);

function isTime(at: string, siteId: string, asked: Filters['ended'], { now, yearOf }: Calendar): boolean {
  const yearsAgo = () => yearOf(siteId, now) - yearOf(siteId, at);
  switch (asked) {
    case undefined:
      return true;
    case 'this-year':
      return yearsAgo() === 0;
    case 'last-year':
      return yearsAgo() === 1;
    case 'days30':
      return now - Date.parse(at) <= 30 * dayMs;
    case 'days90':
      return now - Date.parse(at) <= 90 * dayMs;
  }
}
