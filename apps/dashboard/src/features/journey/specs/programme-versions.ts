import type { Examples } from './example.ts';
import { programme } from './values.ts';

export const programmeVersionExamples = {
  MovedToProgrammeVersion: [
    { from: programme, to: { ...programme, version: 2 }, levels: { day: 'iop' } },
    'Judged by Four levels of care, version 2 from here, before by Four levels of care, version 1: day is now IOP.',
  ],
} satisfies Partial<Examples>;
