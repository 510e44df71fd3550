import type { Context } from '../decision.ts';
import type { OpenedJourney, Referred } from '../journey.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { laterOf, plusDays, plusHours, type Instant } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { admitBy, interimBegan, interimBy, requestedAt, waitingPriority } from './priority.ts';

/** What the statute asks of people while somebody waits for admission (45 CFR 96.126, 96.131). */
interface ApplicantAsk {
  readonly kind: 'interim-services' | 'state-referral' | 'admit-by-law';
  readonly role: Role;
  readonly since: Instant;
  /** The last moment by law. */
  readonly by: Instant;
}

/** Where the person stands among applicants, and what the clocks of the waiting list ask for. */
export function applicantOwed(journey: OpenedJourney, { programme }: Context): readonly Owed[] {
  if (journey.status !== 'referred') return [];
  return [
    ...placeInOrderOwed(journey),
    ...asksOf(journey, programme)
      .filter(({ kind }) => notAsked(journey, kind, journey.episodeId))
      .map((ask) => askOwed(journey, ask)),
  ];
}

function placeInOrderOwed(journey: Referred): readonly Owed[] {
  const { waitlisted, entryLevel: level, recordedAt, episodeId: subject } = journey;
  const priority = waitingPriority(journey);
  if (waitlisted?.priority === priority) return [];
  const data = { level, priority, requestedAt: requestedAt(journey) };
  const make: Owed['make'] = ({ now }) => [{ type: 'EpisodeWaitlisted', occurredAt: now, data }];
  return [{ at: recordedAt, cause: 'now', subject, make }];
}

function asksOf(journey: Referred, { waitingList }: Programme): readonly ApplicantAsk[] {
  const requested = requestedAt(journey);
  const { recordedAt } = journey;
  const interim = interimBegan(journey) === undefined ? interimBy(journey, waitingList) : undefined;
  const admission = admitBy(journey, waitingList);
  const asks: ApplicantAsk[] = [];
  if (interim !== undefined)
    asks.push({ kind: 'interim-services', role: 'coordinator', since: recordedAt, by: interim });
  if (waitingPriority(journey).startsWith('pregnant')) {
    const by = plusHours(requested, waitingList.pregnantHours);
    asks.push({ kind: 'state-referral', role: 'coordinator', since: recordedAt, by });
  }
  if (admission !== undefined) {
    // Some days before the last one, somebody who can change something looks.
    const since = laterOf(plusDays(admission, -waitingList.noticeDays), requested);
    asks.push({ kind: 'admit-by-law', role: 'programme-manager', since, by: admission });
  }
  return asks;
}

const askOwed = (journey: Referred, { kind, role, since, by }: ApplicantAsk): Owed => ({
  at: since,
  cause: since <= journey.recordedAt ? 'now' : 'waiting-list',
  subject: journey.episodeId,
  make: ({ now, programme }) => [
    openTask(journey, { kind, role, subject: journey.episodeId, dueAt: dueAt(by, now, programme) }, now),
  ],
});

/** The day that the law sets; where it has passed when somebody is asked, they still get some hours. */
const dueAt = (by: Instant, askedAt: Instant, { deadlines }: Programme): Instant =>
  laterOf(by, plusHours(askedAt, deadlines.graceHours));

/** Done when interim services are begun, or the person is admitted; asked anew when the law sets another day. */
export function applicantTask(journey: OpenedJourney, task: Task, programme: Programme): TaskEnd | undefined {
  if (task.kind === 'interim-services' && interimBegan(journey) !== undefined) return 'completed';
  if (journey.status !== 'referred')
    return journey.status === 'active' && task.kind !== 'interim-services' ? 'completed' : 'cancelled';
  const ask = asksOf(journey, programme).find(({ kind }) => kind === task.kind);
  return ask && dueAt(ask.by, task.openedAt, programme) === task.dueAt ? undefined : 'cancelled';
}
