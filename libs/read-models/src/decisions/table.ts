import type { Table } from '../table.ts';

export type DecisionRow = {
  readonly episode_id: string;
  readonly version: number;
  readonly decision_id: string;
  readonly at: string;
  readonly about: string;
  readonly outcome: string;
  readonly view: string;
};

export const decisionTable: Table<DecisionRow> = {
  name: 'decision',
  key: ['episode_id', 'version'],
  versioned: false,
  columns: {
    episode_id: 'text',
    version: 'bigint',
    decision_id: 'text',
    at: 'timestamptz',
    about: 'text',
    outcome: 'text',
    view: 'jsonb',
  },
};
