import type { Programme } from '../programme/programme.ts';
import type { Temperature, ValidityFinding } from '../vocabulary.ts';
import type { MergedSpecimen } from './merge.ts';

/**
 * The laboratory's finding; where it gives none but figures, what they say by the programme's limits
 * (clinical-defaults §3; 49 CFR 40.88).
 */
export function findingOf({ validity }: MergedSpecimen, programme: Programme): ValidityFinding {
  const { finding, creatinineMgDl, specificGravity, ph, nitriteUgMl = 0 } = validity;
  if (finding !== 'not-recorded') return finding;
  const { dilute, substituted, adulterated } = programme.drugTesting.validity;
  if (ph !== undefined && (ph < adulterated.phBelow || ph >= adulterated.phAtLeast)) return 'adulterated';
  if (nitriteUgMl >= adulterated.nitriteAtLeastUgMl) return 'adulterated';
  if (creatinineMgDl === undefined || specificGravity === undefined) return finding;
  const beyond =
    specificGravity <= substituted.specificGravityAtMost || specificGravity >= substituted.specificGravityAtLeast;
  if (creatinineMgDl < substituted.creatinineBelowMgDl && beyond) return 'substituted';
  const thin = creatinineMgDl < dilute.creatinineBelowMgDl && specificGravity < dilute.specificGravityBelow;
  return thin ? 'dilute' : 'valid';
}

/**
 * Whether the temperature was that of fresh urine: the laboratory's word, else what its figure says where it was read
 * in time (clinical-defaults §3).
 */
export function temperatureOf({ validity }: MergedSpecimen, programme: Programme): Temperature {
  const { temperature, temperatureF, readAfterMinutes = Infinity } = validity;
  const { fromF, toF, withinMinutes } = programme.drugTesting.validity.temperature;
  if (temperature !== 'not-recorded' || temperatureF === undefined || readAfterMinutes > withinMinutes)
    return temperature;
  return temperatureF < fromF || temperatureF > toF ? 'out-of-range' : 'in-range';
}
