import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { applicantOwed } from './applicants.ts';
import { placeOwed } from './moves.ts';

/**
 * Who waits (pathway §8): applicants stand in the statutory order, whose clocks run from the request; a move without a
 * place waits in present care, and goes on with a place that is offered.
 */
export const waitingOwed = (journey: OpenedJourney, context: Context): readonly Owed[] => [
  ...applicantOwed(journey, context),
  ...placeOwed(journey, context),
];
