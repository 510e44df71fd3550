import type { Table } from '../../table.ts';

export type CourseRow = {
  readonly episode_id: string;
  readonly site_id: string;
  readonly programme: string;
  readonly entry_level: string;
  readonly previous_episode_id: string | null;
  readonly requested_at: string;
  readonly assessed_at: string | null;
  readonly admitted_at: string | null;
  readonly initiated_at: string | null;
  readonly engaged_at: string | null;
  readonly closed_at: string | null;
};

export const courseTable: Table<CourseRow> = {
  name: 'course',
  key: ['episode_id'],
  versioned: false,
  columns: {
    episode_id: 'text',
    site_id: 'text',
    programme: 'text',
    entry_level: 'text',
    previous_episode_id: 'text',
    requested_at: 'timestamptz',
    assessed_at: 'timestamptz',
    admitted_at: 'timestamptz',
    initiated_at: 'timestamptz',
    engaged_at: 'timestamptz',
    closed_at: 'timestamptz',
  },
};
