import type { Table } from '../../table.ts';

export type StayRow = {
  readonly episode_id: string;
  readonly ordinal: number;
  readonly site_id: string;
  readonly programme: string;
  readonly level: string;
  readonly round_the_clock: boolean;
  readonly spell: number;
  readonly spell_since: string;
  readonly spell_entry: string;
  readonly place: number;
  readonly since: string;
  readonly until: string | null;
  readonly away_days: number;
  readonly entered: string;
  readonly next_level: string | null;
  readonly reason: string | null;
  readonly left_at: string | null;
  readonly served_at: string | null;
};

export const stayTable: Table<StayRow> = {
  name: 'stay',
  key: ['episode_id', 'ordinal'],
  versioned: false,
  columns: {
    episode_id: 'text',
    ordinal: 'int',
    site_id: 'text',
    programme: 'text',
    level: 'text',
    round_the_clock: 'boolean',
    spell: 'int',
    spell_since: 'timestamptz',
    spell_entry: 'text',
    place: 'int',
    since: 'timestamptz',
    until: 'timestamptz',
    away_days: 'int',
    entered: 'text',
    next_level: 'text',
    reason: 'text',
    left_at: 'timestamptz',
    served_at: 'timestamptz',
  },
};
