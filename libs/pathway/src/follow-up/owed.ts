import type { Context } from '../decision.ts';
import { dischargeId, presentDischarge } from '../episodes/after-discharge.ts';
import type { DischargeOnRecord } from '../episodes/state.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { openTask, taskOf } from '../tasks/open.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { laterOf } from '../time.ts';
import { followUpWindow } from './window.ts';

/**
 * Follow-up at each point after a discharge (pathway §8): somebody is asked when its window opens, and what was not
 * answered when it closes is missed. Everyone who was in care is followed, whatever the reason; the dead are not.
 */
export function followUpsOwed(journey: OpenedJourney, context: Context): readonly Owed[] {
  const discharge = presentDischarge(journey);
  if (discharge === undefined) return [];
  return context.programme.followUp.pointDays
    .filter((point) => !isMet(journey, discharge, point) && !isMissed(journey, discharge, point))
    .flatMap((point) => pointOwed(journey, discharge, point, context));
}

function pointOwed(
  journey: OpenedJourney,
  discharge: DischargeOnRecord,
  point: number,
  { programme, calendar }: Context,
): readonly Owed[] {
  const { at: dischargedAt, recordedAt, eventId } = discharge;
  const { opensAt, dueAt, closesAt } = followUpWindow(dischargedAt, point, programme, calendar);
  const subject = pointId(journey, point);
  const missed: Owed = {
    at: closesAt,
    cause: 'follow-up',
    subject,
    make: () => [{ type: 'FollowUpMissed', occurredAt: closesAt, data: { point, dischargedAt } }],
  };
  // A discharge that was told of after the window leaves nothing to ask.
  if (isAsked(journey, subject) || recordedAt >= closesAt) return [missed];
  const openedAt = laterOf(opensAt, recordedAt);
  const asked: Owed = {
    at: openedAt,
    cause: 'follow-up',
    subject,
    make: () => [
      { ...openTask(journey, { kind: 'follow-up', role: 'coordinator', subject, dueAt }, openedAt), causedBy: eventId },
    ],
  };
  return [asked, missed];
}

/** Asked again where the answer was taken back. */
const isAsked = (journey: OpenedJourney, subject: string): boolean =>
  taskOf(journey, 'follow-up', subject)?.state === 'open';

const pointId = (journey: OpenedJourney, point: number): string => `${dischargeId(journey)}.day-${point}`;

const isMet = ({ followUps }: OpenedJourney, { at }: DischargeOnRecord, point: number): boolean =>
  followUps.some(
    (one) => one.point === point && one.dischargedAt === at && one.inWindow && one.contact !== 'not-reached',
  );

const isMissed = ({ followUpsMissed }: OpenedJourney, { at }: DischargeOnRecord, point: number): boolean =>
  followUpsMissed.some((one) => one.point === point && one.dischargedAt === at);

/** Answered by the contact that was made; no longer asked when the window closed, or the person came back. */
export function followUpTask(
  journey: OpenedJourney,
  { subject }: Task,
  { programme }: Pick<Context, 'programme'>,
): TaskEnd | undefined {
  const discharge = presentDischarge(journey);
  const point = programme.followUp.pointDays.find((days) => pointId(journey, days) === subject);
  if (discharge === undefined || point === undefined) return 'cancelled';
  if (isMet(journey, discharge, point)) return 'completed';
  return isMissed(journey, discharge, point) ? 'cancelled' : undefined;
}
