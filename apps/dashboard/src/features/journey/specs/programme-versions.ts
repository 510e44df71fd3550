import type { Examples } from './example.ts';
import { programme } from './values.ts';

export const programmeVersionExamples = {
  MovedToProgrammeVersion: [
    { from: programme, to: { ...programme, version: 2 }, levels: { day: 'iop' } },
    'Judged by standard-four v2 from here, before by standard-four v1: day is now IOP.',
  ],
} satisfies Partial<Examples>;
