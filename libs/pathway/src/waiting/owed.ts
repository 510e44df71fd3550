import type { Context } from '../decision.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { notAsked, openTask, taskOf } from '../tasks/open.ts';
import type { TaskEnd } from '../tasks/state.ts';
import { laterOf, plusDays, plusHours, type Instant } from '../time.ts';
import type { Role, TaskKind } from '../vocabulary.ts';
import { handOffDeadline } from '../transitions/start.ts';
import { admitBy, interimBegan, interimBy, requestedAt, waitingPriority } from './priority.ts';
import { keptPlace, waitingMove } from './waits.ts';

type WaitingTaskKind = 'interim-services' | 'state-referral' | 'admit-by-law' | 'find-place';

/**
 * Who waits (pathway §8): applicants stand in the statutory order, whose clocks run from the request; a move without a
 * place waits in present care, and goes on with a place that is offered.
 */
export function waitingOwed(journey: OpenedJourney, context: Context): readonly Owed[] {
  return [...applicantOwed(journey, context), ...placeOwed(journey, context)];
}

function applicantOwed(journey: OpenedJourney, context: Context): readonly Owed[] {
  if (journey.status !== 'referred') return [];
  const { waitlisted, entryLevel: level, recordedAt } = journey;
  const priority = waitingPriority(journey);
  const owed: Owed[] = [];
  if (waitlisted?.priority !== priority)
    owed.push({
      at: recordedAt,
      cause: 'now',
      subject: journey.episodeId,
      make: ({ now }) => [
        {
          type: 'EpisodeWaitlisted',
          occurredAt: now,
          data: { level, priority, requestedAt: requestedAt(journey) },
        },
      ],
    });
  return [...owed, ...clocksOwed(journey, context)];
}

function clocksOwed(journey: OpenedJourney, { programme: { waitingList } }: Context): readonly Owed[] {
  const subject = journey.episodeId;
  const ask = (kind: TaskKind, role: Role, at: Instant, dueAt: Instant): readonly Owed[] =>
    notAsked(journey, kind, subject)
      ? [
          {
            at: laterOf(at, requestedAt(journey)),
            cause: at <= journey.recordedAt ? 'now' : 'waiting-list',
            subject,
            make: ({ now }) => [
              openTask(journey, { kind, role, subject, dueAt: laterOf(dueAt, plusHours(now, 1)) }, laterOf(at, now)),
            ],
          },
        ]
      : [];
  const interim = interimBy(journey, waitingList);
  const admission = admitBy(journey, waitingList);
  const pregnant = waitingPriority(journey).startsWith('pregnant');
  return [
    ...(interim !== undefined && interimBegan(journey) === undefined
      ? ask('interim-services', 'coordinator', journey.recordedAt, interim)
      : []),
    ...(pregnant
      ? ask(
          'state-referral',
          'coordinator',
          journey.recordedAt,
          plusHours(requestedAt(journey), waitingList.pregnantHours),
        )
      : []),
    // The last day by law: a week before, somebody who can change something looks.
    ...(admission === undefined
      ? []
      : ask(
          'admit-by-law',
          'programme-manager',
          laterOf(plusDays(admission, -waitingList.noticeDays), requestedAt(journey)),
          admission,
        )),
  ];
}

function placeOwed(journey: OpenedJourney, { programme }: Context): readonly Owed[] {
  const move = waitingMove(journey);
  if (journey.status !== 'active') return [];
  if (move === undefined) return placeLost(journey);
  const { transitionId: subject, to, waitingSince, placesBefore } = move;
  const place = keptPlace(journey, to, placesBefore);
  if (place !== undefined)
    return [
      {
        at: journey.recordedAt,
        cause: 'now',
        subject,
        make: ({ now }) => {
          const { handOffDueAt } = handOffDeadline(journey, move, programme, now);
          const data = { transitionId: subject, slotId: place.slotId, handOffDueAt };
          return [{ type: 'TransitionPlaceFound', occurredAt: now, causedBy: place.eventId, data }];
        },
      },
    ];
  if (taskOf(journey, 'find-place', subject)?.state === 'open') return [];
  const at = waitingSince ?? journey.recordedAt;
  const dueHours = programme.deadlines.newAppointmentHours.urgent;
  const make: Owed['make'] = ({ now }) => [
    openTask(journey, { kind: 'find-place', role: 'coordinator', subject, dueAt: plusHours(now, dueHours) }, now),
  ];
  return [{ at, cause: 'now', subject, make }];
}

/** The place with which a move went on is declined: it waits again. */
function placeLost(journey: Active): readonly Owed[] {
  const open = journey.transition;
  if (open?.state !== 'started' || open.slotId === undefined) return [];
  const { transitionId: subject, to: level, slotId } = open;
  const slot = journey.slots.find((one) => one.slotId === slotId);
  if (slot?.declinedAt === undefined) return [];
  const data = { transitionId: subject, level };
  const make: Owed['make'] = ({ now }) => [{ type: 'TransitionWaitlisted', occurredAt: now, data }];
  return [{ at: journey.recordedAt, cause: 'now', subject, make }];
}

/** Interim services are begun, or the person is admitted; a place is found, or the move no longer waits. */
export function waitingTask(
  journey: OpenedJourney,
  task: { readonly kind: WaitingTaskKind; readonly subject: string },
): TaskEnd | undefined {
  switch (task.kind) {
    case 'interim-services':
      if (interimBegan(journey) !== undefined) return 'completed';
      return journey.status === 'referred' ? undefined : 'cancelled';
    case 'state-referral':
    case 'admit-by-law':
      if (journey.status === 'active') return 'completed';
      return journey.status === 'referred' ? undefined : 'cancelled';
    case 'find-place':
      if (waitingMove(journey)?.transitionId === task.subject) return undefined;
      return placed(journey, task.subject) ? 'completed' : 'cancelled';
  }
}

const placed = (journey: OpenedJourney, transitionId: string): boolean =>
  journey.status === 'active' && journey.transition?.transitionId === transitionId;
