import type { Active } from '../../journey.ts';
import { lastOnLessSupport } from '../../patient-decisions/owed.ts';
import type { TherapistMeeting } from '../../therapist-meetings/state.ts';
import { laterOf, plusDays, type Instant } from '../../time.ts';
import { met, notKnown, notMet, type Guard, type GuardFacts } from './facts.ts';

/**
 * Therapist and person met and found all goals achieved (article 004). A meeting speaks of the goals that there were
 * then, and for some days; one that found goals open says nothing more once the last of them is reached.
 */
export const therapistMeeting: Guard = {
  rule: 'therapist-meeting',
  waitsFor: 'the therapist’s meeting with the person',
  mayBeUnknown: true,
  look: (facts, at) => {
    const last = meetingsThatCount(facts.journey).findLast(({ heldAt }) => heldAt <= at);
    if (last === undefined) return notKnown();
    const { heldAt, outcome } = last;
    if (at >= countsUntil(last, facts)) return notKnown(`last met ${heldAt}`);
    switch (outcome) {
      case 'goals-achieved':
        return met(`met ${heldAt}: all goals are achieved`);
      case 'goals-remain':
        return heldAt < lastReachedAt(facts.journey)
          ? notKnown(`met ${heldAt}, before the last goal was reached`)
          : notMet(`met ${heldAt}: goals remain`);
      case 'reassess':
        return notMet(`met ${heldAt}: needs have changed, to be assessed again`);
    }
  },
  matures: (facts) =>
    meetingsThatCount(facts.journey).flatMap((meeting) => [meeting.heldAt, countsUntil(meeting, facts)]),
};

/** In this stay, and since its last goal was agreed. */
function meetingsThatCount({ therapistMeetings, goals, stay }: Active): readonly TherapistMeeting[] {
  const set = goals.filter(({ level }) => level === stay.level).map(({ setAt }) => setAt);
  const from = set.reduce(laterOf, stay.since);
  return therapistMeetings.filter(({ heldAt }) => heldAt >= from);
}

const countsUntil = ({ heldAt }: TherapistMeeting, { programme }: GuardFacts): Instant =>
  plusDays(heldAt, programme.stepDown.therapistMeetingDays);

const lastReachedAt = ({ goals, stay }: Active): Instant =>
  goals.flatMap(({ level, completedAt }) => (level === stay.level ? (completedAt ?? []) : [])).reduce(laterOf, '');

/** What the person said last about less support in this stay; a no stands until they say otherwise. */
export const patientAgrees: Guard = {
  rule: 'patient-agrees',
  waitsFor: 'the person’s agreement',
  mayBeUnknown: true,
  look: ({ journey, to, programme }) => {
    const said = lastOnLessSupport(journey);
    if (said === undefined) return notKnown();
    const { decision, level, at } = said;
    const title = level === undefined ? undefined : (programme.levels[level]?.title ?? level);
    switch (decision) {
      case 'agrees':
        return level === undefined || level === to.id ? met(`agreed ${at}`) : notKnown(`agreed to ${title} ${at}`);
      case 'declines':
        return level === undefined || level === to.id ? notMet(`declined ${at}`) : notKnown(`declined ${title} ${at}`);
      case 'asks-for-another-level':
        return level === to.id ? met(`asked for it ${at}`) : notMet(`asked for ${title ?? 'another level'} ${at}`);
    }
  },
};
