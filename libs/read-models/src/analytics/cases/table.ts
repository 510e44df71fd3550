import type { Table } from '../../table.ts';

export type MeasuredCaseRow = {
  readonly episode_id: string;
  readonly case_id: string;
  readonly site_id: string;
  readonly programme: string;
  readonly level: string;
  readonly measure: 'emergency' | 'medication';
  readonly at: string;
  readonly first_at: string | null;
};

export const measuredCaseTable: Table<MeasuredCaseRow> = {
  name: 'measured_case',
  key: ['episode_id', 'case_id'],
  versioned: false,
  columns: {
    episode_id: 'text',
    case_id: 'text',
    site_id: 'text',
    programme: 'text',
    level: 'text',
    measure: 'text',
    at: 'timestamptz',
    first_at: 'timestamptz',
  },
};
