import type { Rule } from '../facts.ts';
import { acknowledgedUse } from './acknowledged-use.ts';
import { askAPerson } from './ask-a-person.ts';
import { awaitingConfirmation, confirmationClosed } from './awaiting-confirmation.ts';
import { baseline } from './baseline.ts';
import { belowEvidenceFloor } from './below-evidence-floor.ts';
import { expectedPrescribed } from './expected-prescribed.ts';
import { fallingLevel } from './falling-level.ts';
import { givenInHospital } from './given-in-hospital.ts';
import { inconclusive } from './inconclusive.ts';
import { integrityConcern } from './integrity-concern.ts';
import { negative } from './negative.ts';
import { preliminary } from './preliminary.ts';
import { recollect } from './recollect.ts';
import { repeatedlyDilute } from './repeatedly-dilute.ts';
import { residual } from './residual.ts';
import { superseded } from './superseded.ts';
import { temperatureReview } from './temperature-review.ts';
import { unexpectedAbsence } from './unexpected-absence.ts';
import { unexpectedPattern } from './unexpected-pattern.ts';
import { unexpectedUse } from './unexpected-use.ts';

/**
 * The rules of pathway §4 in their order: the first that holds decides. The numbers are the document's;
 * the order is part of the rule. A test that was not collected (2) has no specimen: it is its own event.
 */
export const rulesInOrder: readonly Rule[] = [
  superseded, // 1
  preliminary,
  integrityConcern, // 3
  repeatedlyDilute, // 4, the third in 30 days
  recollect, // 4
  temperatureReview, // 5
  inconclusive, // 6
  unexpectedAbsence, // 7
  negative, // 8
  unexpectedPattern, // 9
  expectedPrescribed, // 10
  acknowledgedUse, // 11
  givenInHospital, // 12
  baseline, // 13
  residual, // 14
  fallingLevel, // 14, beyond the window of cannabis
  belowEvidenceFloor, // 15
  askAPerson,
  confirmationClosed,
  awaitingConfirmation, // 16
  unexpectedUse, // 17
];
