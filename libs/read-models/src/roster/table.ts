import type { Table } from '../table.ts';

export type RosterTableRow = {
  readonly episode_id: string;
  readonly version: number;
  readonly patient_id: string;
  readonly site_id: string;
  readonly level: string;
  readonly active: boolean;
  readonly level_since: string;
  readonly adult_from: string;
  readonly group_ids: string;
  readonly last_group_at: string;
  readonly row: string;
};

export const rosterTable: Table<RosterTableRow> = {
  name: 'roster',
  key: ['episode_id'],
  versioned: true,
  columns: {
    episode_id: 'text',
    version: 'bigint',
    patient_id: 'text',
    site_id: 'text',
    level: 'text',
    active: 'boolean',
    level_since: 'timestamptz',
    adult_from: 'timestamptz',
    group_ids: 'text[]',
    last_group_at: 'timestamptz',
    row: 'jsonb',
  },
};
