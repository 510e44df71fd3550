import type { Table } from '../table.ts';

export type WaitingTableRow = {
  readonly episode_id: string;
  readonly version: number;
  readonly patient_id: string;
  readonly site_id: string;
  readonly programme: string;
  readonly level: string;
  readonly queue: string | null;
  readonly rank: number;
  readonly since: string;
  readonly row: string;
};

export const waitingTable: Table<WaitingTableRow> = {
  name: 'waiting',
  key: ['episode_id'],
  versioned: true,
  columns: {
    episode_id: 'text',
    version: 'bigint',
    patient_id: 'text',
    site_id: 'text',
    programme: 'text',
    level: 'text',
    queue: 'text',
    rank: 'int',
    since: 'timestamptz',
    row: 'jsonb',
  },
};
