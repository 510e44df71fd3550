import type { Instrument, InstrumentCode } from './instrument.ts';
import { bam } from './scales/bam.ts';
import { cSsrs } from './scales/c-ssrs.ts';
import { ciwaAr } from './scales/ciwa-ar.ts';
import { cows } from './scales/cows.ts';
import { gad7 } from './scales/gad-7.ts';
import { phq9, phqA } from './scales/phq.ts';

/** Scored as their authors published them: not for a programme to change. */
export const instruments: Readonly<Record<InstrumentCode, Instrument>> = {
  bam,
  'phq-9': phq9,
  'phq-a': phqA,
  'gad-7': gad7,
  'c-ssrs': cSsrs,
  'ciwa-ar': ciwaAr,
  cows,
};
