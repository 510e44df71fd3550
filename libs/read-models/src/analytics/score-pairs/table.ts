import type { Table } from '../../table.ts';

export type ScorePairRow = {
  readonly episode_id: string;
  readonly transition_id: string;
  readonly scale: string;
  readonly site_id: string;
  readonly programme: string;
  readonly kind: string;
  readonly from_level: string;
  readonly arrived_at: string;
  readonly before: number | null;
  readonly after: number | null;
};

export const scorePairTable: Table<ScorePairRow> = {
  name: 'score_pair',
  key: ['episode_id', 'transition_id', 'scale'],
  versioned: false,
  columns: {
    episode_id: 'text',
    transition_id: 'text',
    scale: 'text',
    site_id: 'text',
    programme: 'text',
    kind: 'text',
    from_level: 'text',
    arrived_at: 'timestamptz',
    before: 'int',
    after: 'int',
  },
};
