import type { Instant, LocalDate } from '@stepway/pathway';
import type { Database } from '../../table.ts';
import type { SmallGroups } from '../statistics/small-groups.ts';

/** What is asked, and of whom it may tell. */
export interface AnalyticsScope {
  readonly database: Database;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The instants at which the first day begins and the last one ends, at the site. */
  readonly begins: Instant;
  readonly ends: Instant;
  /** Any of them; without them all. */
  readonly programmes?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly level?: string | undefined;
  /** The clock. */
  readonly now: Instant;
  readonly groups: SmallGroups;
}

/** Of rows `t`: the filters, as the parameters 1 to 3. */
export const filtered = (level: string): string => `($1::text[] IS NULL OR t.programme = ANY ($1))
  AND ($2::text[] IS NULL OR t.site_id = ANY ($2)) AND ($3::text IS NULL OR ${level} = $3)`;

export const filters = ({ programmes, siteIds, level }: AnalyticsScope) => [
  programmes ?? null,
  siteIds ?? null,
  level ?? null,
];

/** The head of every answer. */
export const head = ({ from, to, now, groups }: AnalyticsScope) => ({
  from,
  to,
  asOf: now,
  smallGroupsHidden: groups.hidden,
});
