import type { Table } from '../table.ts';

export type WorklistTableRow = {
  readonly episode_id: string;
  readonly task_id: string;
  readonly patient_id: string;
  readonly site_id: string;
  readonly programme: string;
  readonly level: string;
  readonly kind: string;
  readonly role: string;
  readonly urgent: boolean;
  readonly is_open: boolean;
  readonly owner: string | null;
  readonly care_team: string;
  readonly rank: number;
  readonly act_by: string;
  readonly snoozed_until: string | null;
  readonly ended_at: string | null;
  readonly row: string;
};

export const worklistTable: Table<WorklistTableRow> = {
  name: 'worklist',
  key: ['episode_id', 'task_id'],
  versioned: false,
  columns: {
    episode_id: 'text',
    task_id: 'text',
    patient_id: 'text',
    site_id: 'text',
    programme: 'text',
    level: 'text',
    kind: 'text',
    role: 'text',
    urgent: 'boolean',
    is_open: 'boolean',
    owner: 'text',
    care_team: 'text[]',
    rank: 'int',
    act_by: 'timestamptz',
    snoozed_until: 'timestamptz',
    ended_at: 'timestamptz',
    row: 'jsonb',
  },
};
