import type { Table } from '../table.ts';

export type BoardHistoryRow = {
  readonly episode_id: string;
  readonly version: number;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly site_id: string;
  readonly programme: string;
  readonly level: string;
  readonly status: string;
  readonly in_hand_off: boolean;
  readonly on_leave: boolean;
};

export const boardHistoryTable: Table<BoardHistoryRow> = {
  name: 'board_history',
  key: ['episode_id', 'version'],
  versioned: false,
  columns: {
    episode_id: 'text',
    version: 'bigint',
    occurred_at: 'timestamptz',
    recorded_at: 'timestamptz',
    site_id: 'text',
    programme: 'text',
    level: 'text',
    status: 'text',
    in_hand_off: 'boolean',
    on_leave: 'boolean',
  },
};
