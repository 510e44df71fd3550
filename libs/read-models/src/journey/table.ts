import type { Table } from '../table.ts';

export type JourneyRow = {
  readonly episode_id: string;
  readonly version: number;
  readonly patient_id: string;
  readonly header: string;
};

/** Its version is the gate of all tables. */
export const journeyTable: Table<JourneyRow> = {
  name: 'journey',
  key: ['episode_id'],
  versioned: true,
  columns: { episode_id: 'text', version: 'bigint', patient_id: 'text', header: 'jsonb' },
};

export type SpecimenRow = {
  readonly episode_id: string;
  readonly specimen_id: string;
  readonly collected_at: string;
  readonly view: string;
};

export const specimenTable: Table<SpecimenRow> = {
  name: 'specimen',
  key: ['episode_id', 'specimen_id'],
  versioned: false,
  columns: { episode_id: 'text', specimen_id: 'text', collected_at: 'timestamptz', view: 'jsonb' },
};
