import type { Table } from '../table.ts';

export type BoardTableRow = {
  readonly episode_id: string;
  readonly version: number;
  readonly patient_id: string;
  readonly site_id: string;
  readonly programme: string;
  readonly level: string;
  readonly status: string;
  readonly opened_at: string;
  readonly level_since: string;
  readonly transition_kind: string | null;
  readonly transition_state: string | null;
  readonly hand_off_due_at: string | null;
  readonly task_due_at: string | null;
  readonly act_by: string;
  readonly flags: string;
  readonly on_leave: boolean;
  readonly row: string;
};

export const boardTable: Table<BoardTableRow> = {
  name: 'board_row',
  key: ['episode_id'],
  versioned: true,
  columns: {
    episode_id: 'text',
    version: 'bigint',
    patient_id: 'text',
    site_id: 'text',
    programme: 'text',
    level: 'text',
    status: 'text',
    opened_at: 'timestamptz',
    level_since: 'timestamptz',
    transition_kind: 'text',
    transition_state: 'text',
    hand_off_due_at: 'timestamptz',
    task_due_at: 'timestamptz',
    act_by: 'timestamptz',
    flags: 'text[]',
    on_leave: 'boolean',
    row: 'jsonb',
  },
};
