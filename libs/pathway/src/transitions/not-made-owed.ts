import type { Active } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { askedOrDoneSince, notAsked, openTask } from '../tasks/open.ts';
import { plusHours } from '../time.ts';

/** What a move that was declined, or was not made, leaves to do. */
export const notMadeOwed = (journey: Active): readonly Owed[] => [
  ...safetyPlanOwed(journey),
  ...reassessmentOwed(journey),
];

/** The person does not want more support now: no discharge, but a plan to be safe within a day (pathway §5). */
function safetyPlanOwed(journey: Active): readonly Owed[] {
  const declined = journey.stepUpNotMade;
  if (declined === undefined || !notAsked(journey, 'safety-plan', declined.transitionId)) return [];
  const { transitionId: subject, at } = declined;
  return [
    {
      at,
      cause: 'now',
      subject,
      make: ({ now, programme }) => {
        const dueAt = plusHours(now, programme.deadlines.safetyPlanHours);
        return [openTask(journey, { kind: 'safety-plan', role: 'therapist', subject, dueAt }, now)];
      },
    },
  ];
}

/** A move that was not made leaves open what the person needs now. */
function reassessmentOwed({ failedMove, ...journey }: Active): readonly Owed[] {
  if (failedMove === undefined || askedOrDoneSince(journey, 'reassessment', failedMove.at)) return [];
  const { transitionId: subject, at } = failedMove;
  return [
    {
      at,
      cause: 'now',
      subject,
      make: ({ now, programme }) => {
        const dueAt = plusHours(now, programme.deadlines.reviewHours);
        return [openTask(journey, { kind: 'reassessment', role: 'therapist', subject, dueAt }, now)];
      },
    },
  ];
}
