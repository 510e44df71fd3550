import type { Table } from '../../table.ts';

/** What a specimen as a whole has come to mean: the first of these that one of its classes has; or why there is none. */
export const testMeanings = [
  'unexpected',
  'open',
  'unclear',
  'consistent',
  'explained',
  'negative',
  'not-valid',
  'missed',
  'declined',
  'excused',
  'unable',
] as const;
export type TestMeaning = (typeof testMeanings)[number];

export type TestMeaningRow = {
  readonly episode_id: string;
  readonly test_id: string;
  readonly site_id: string;
  readonly programme: string;
  readonly level: string;
  readonly day: string;
  readonly week: string;
  readonly meaning: TestMeaning;
  readonly classes: string;
};

export const testMeaningTable: Table<TestMeaningRow> = {
  name: 'test_meaning',
  key: ['episode_id', 'test_id'],
  versioned: false,
  columns: {
    episode_id: 'text',
    test_id: 'text',
    site_id: 'text',
    programme: 'text',
    level: 'text',
    day: 'date',
    week: 'date',
    meaning: 'text',
    classes: 'text[]',
  },
};
