import type { Examples } from './example.ts';
import { at } from './values.ts';

export const personExamples = {
  PregnancyRecorded: [
    { pregnancyId: 'p1', from: at },
    'Pregnancy recorded, known since [day]: obstetric care is asked for, medication goes on.',
  ],
  PregnancyEnded: [{ pregnancyId: 'p1', at }, 'Pregnancy ended on [day].'],
  NaloxoneProvided: [{ at, kits: 2 }, 'Naloxone given along on [day]: 2 kits.'],
  LivingSituationRecorded: [{ at, situation: 'sober-living', safe: true }, 'Lives in sober living, safe there.'],
} satisfies Partial<Examples>;
