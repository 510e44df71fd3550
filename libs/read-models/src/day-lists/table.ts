import type { Table } from '../table.ts';

export type DayListRow = {
  readonly episode_id: string;
  readonly item_id: string;
  readonly patient_id: string;
  readonly site_id: string;
  readonly programme: string;
  readonly level: string;
  readonly list: string;
  /** As far as facts go; what the clock makes of it is said when it is read. */
  readonly state: string;
  readonly opens_at: string;
  readonly due_at: string;
  readonly closes_at: string;
  readonly row: string;
};

export const dayListTable: Table<DayListRow> = {
  name: 'day_list',
  key: ['episode_id', 'item_id'],
  versioned: false,
  columns: {
    episode_id: 'text',
    item_id: 'text',
    patient_id: 'text',
    site_id: 'text',
    programme: 'text',
    level: 'text',
    list: 'text',
    state: 'text',
    opens_at: 'timestamptz',
    due_at: 'timestamptz',
    closes_at: 'timestamptz',
    row: 'jsonb',
  },
};
