import { adolescentRules, adolescentTargets } from './adolescents.ts';
import { codesOfTheirEdition } from './asam.ts';
import type { Check } from './check.ts';
import { confirmationWhereItIsNeeded, detectionWindows, medicationPatterns, methadoneTests } from './drug-testing.ts';
import { deadlines, hoursAndDays, plansOverTime } from './hours.ts';
import { ladderOfLevels, levelsThatCanBeLeft, noCircle, ranksApart, targetsThatExist } from './ladder.ts';
import { escalationEnds, marksOnSomething, medicationsOfTheFormulary, servicesOnce } from './references.ts';
import { textsThatCanBeKept } from './texts.ts';

/** Everything that a programme must not get wrong, beside what its schema says (pathway §1). */
export const checks: readonly Check[] = [
  textsThatCanBeKept,
  ladderOfLevels,
  ranksApart,
  targetsThatExist,
  noCircle,
  levelsThatCanBeLeft,
  adolescentRules,
  adolescentTargets,
  hoursAndDays,
  deadlines,
  plansOverTime,
  codesOfTheirEdition,
  confirmationWhereItIsNeeded,
  detectionWindows,
  medicationPatterns,
  methadoneTests,
  medicationsOfTheFormulary,
  servicesOnce,
  escalationEnds,
  marksOnSomething,
];
