import type { DayFollowUp } from '@stepway/contracts';
import { followUpWindow, presentDischarge, type Context, type OpenedJourney, type Task } from '@stepway/pathway';
import { openOf, type FollowUpItem } from './item.ts';

/** Who is to be reached: after care has ended, after leaving by their own wish, out of contact, in aftercare? */
export const followUpItems = (
  journey: OpenedJourney,
  context: Pick<Context, 'programme' | 'calendar'>,
): readonly FollowUpItem[] => [
  ...points(journey, context),
  ...asked(journey, ['patient-directed-contact'], 'contact'),
  ...asked(
    journey,
    ['absence-safety-check', 'contact-outreach', 'missed-contact-review', 'contact-lost-review'],
    'lost-contact',
  ),
  ...asked(journey, ['check-up'], 'check-up'),
];

/** Each point after the discharge that was neither answered nor missed, while its window is open. */
function points(
  journey: OpenedJourney,
  { programme, calendar }: Pick<Context, 'programme' | 'calendar'>,
): readonly FollowUpItem[] {
  const discharge = presentDischarge(journey);
  if (discharge === undefined || journey.death !== undefined) return [];
  const { at: dischargedAt } = discharge;
  return programme.followUp.pointDays.flatMap((days): readonly FollowUpItem[] => {
    const told = journey.followUps.filter((one) => one.point === days && one.dischargedAt === dischargedAt);
    const answered = told.some(({ inWindow, contact }) => inWindow && contact !== 'not-reached');
    const missed = journey.followUpsMissed.some((one) => one.point === days && one.dischargedAt === dischargedAt);
    if (answered || missed) return [];
    const { opensAt, dueAt, closesAt } = followUpWindow(dischargedAt, days, programme, calendar);
    return [
      {
        list: 'follow-ups',
        state: 'follow-up',
        kind: 'follow-up',
        subject: `${journey.discharges.length}.day-${days}`,
        opensAt,
        dueAt,
        closesAt,
        task: openOf(journey, ['follow-up']).find(({ subject }) => subject.endsWith(`.day-${days}`)),
        rest: { ...ofPerson(journey), point: { days, opensAt, closesAt, attempts: told.length }, lost: null },
      },
    ];
  });
}

const asked = (
  journey: OpenedJourney,
  kinds: readonly Task['kind'][],
  state: 'contact' | 'lost-contact' | 'check-up',
): readonly FollowUpItem[] =>
  openOf(journey, kinds).map((task) => ({
    list: 'follow-ups',
    state,
    kind: task.kind,
    subject: task.subject,
    opensAt: task.openedAt,
    dueAt: task.dueAt,
    task,
    rest: { ...ofPerson(journey), point: null, lost: state === 'lost-contact' ? lost(journey) : null },
  }));

/** Out of contact since the session that was missed first, so many days as the log says. */
function lost({ lostContact }: OpenedJourney): DayFollowUp['lost'] {
  const last = lostContact.at(-1);
  return last === undefined ? null : { since: last.since, days: last.days };
}

const ofPerson = (journey: OpenedJourney): Pick<DayFollowUp, 'dischargedAt' | 'lastAttempt'> => ({
  dischargedAt: journey.status === 'discharged' ? journey.dischargedAt : null,
  lastAttempt: lastAttempt(journey),
});

/** The last time that somebody tried to reach the person, by whatever command it was told. */
function lastAttempt({ outreach, followUps }: OpenedJourney): DayFollowUp['lastAttempt'] {
  const tried = [
    ...outreach.map(
      ({ at, channel, reached }) => ({ at, channel, came: reached ? 'reached' : 'not-reached' }) as const,
    ),
    ...followUps.map(({ contactedAt, contact }) => ({ at: contactedAt, channel: null, came: contact })),
  ];
  return tried.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? null;
}
