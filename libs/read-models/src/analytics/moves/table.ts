import type { Table } from '../../table.ts';

export type MoveRow = {
  readonly episode_id: string;
  readonly transition_id: string;
  readonly site_id: string;
  readonly programme: string;
  readonly kind: string;
  readonly by: string;
  readonly from_level: string;
  readonly to_level: string;
  readonly started_at: string;
  readonly arrived_at: string | null;
  readonly ended_at: string | null;
  readonly ended_by: string | null;
};

export const moveTable: Table<MoveRow> = {
  name: 'move',
  key: ['episode_id', 'transition_id'],
  versioned: false,
  columns: {
    episode_id: 'text',
    transition_id: 'text',
    site_id: 'text',
    programme: 'text',
    kind: 'text',
    by: 'text',
    from_level: 'text',
    to_level: 'text',
    started_at: 'timestamptz',
    arrived_at: 'timestamptz',
    ended_at: 'timestamptz',
    ended_by: 'text',
  },
};
