import type { Table } from '../table.ts';

export type WeeklyScreensRow = {
  readonly episode_id: string;
  readonly patient_id: string;
  readonly site_id: string;
  readonly week_one: string;
  readonly weeks: number | null;
  readonly symbols: string;
};

export const weeklyScreensTable: Table<WeeklyScreensRow> = {
  name: 'weekly_screens',
  key: ['episode_id'],
  versioned: false,
  columns: {
    episode_id: 'text',
    patient_id: 'text',
    site_id: 'text',
    week_one: 'date',
    weeks: 'int',
    symbols: 'text',
  },
};
