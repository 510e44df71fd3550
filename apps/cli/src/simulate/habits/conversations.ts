import { isOpenOn, plusHours, weekdayOf, type Goal } from '@stepway/pathway';
import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';

const thursday = 4;

/** Therapist and person look at the goals together once a week; when all are reached, at what comes after this level. */
export function talks(day: Day): readonly Plan[] {
  const { person, date, calendar, level } = day;
  const open = level.schedule.roundTheClock || isOpenOn(date, calendar);
  const withdrawal = level.kind === 'withdrawal-management';
  if (!open || day.away || (weekdayOf(date) !== thursday && !withdrawal)) return [];
  if (!chance('talks', person.key, date).happens(person.attends)) return [];
  const achieved = allReached(day);
  const heldAt = day.at(15);
  const meeting: Plan = {
    at: plusHours(heldAt, 1),
    key: `meeting.${date}`,
    actor: simulatedActor('therapist'),
    wish: {
      type: 'RecordTherapistMeeting',
      fields: {
        meetingId: `${person.key}.meeting.${date}`,
        heldAt,
        outcome: achieved ? 'goals-achieved' : 'goals-remain',
      },
    },
  };
  return achieved ? [meeting, ...saysToLessSupport(day)] : [meeting];
}

/** Whether the goals of the present level are all reached, or let go, and at least one is reached. */
export function allReached({ journey }: Day): boolean {
  const own = journey.goals.filter((goal: Goal) => goal.level === journey.stay.level);
  return own.some(({ state }) => state === 'achieved') && own.every(({ state }) => state !== 'open');
}

function saysToLessSupport({ person, level, date, at }: Day): readonly Plan[] {
  if (level.stepDownTo === undefined) return [];
  const decision = chance('less-support', person.key, level.id, date).happens(88) ? 'agrees' : 'declines';
  return [
    {
      at: at(16.5),
      key: `less-support.${date}`,
      actor: simulatedActor('therapist'),
      wish: { type: 'RecordPatientDecision', fields: { decision, level: level.stepDownTo, at: at(16) } },
    },
  ];
}

const monthDays = 30;

/** Where the person lives, asked at admission and each month. */
export function livesSomewhere({ person, number, date, at }: Day): readonly Plan[] {
  if (number % monthDays !== 0) return [];
  const home = chance('home', person.key);
  const situation = home.pick([
    'own-home',
    'own-home',
    'own-home',
    'with-family-or-friends',
    'sober-living',
    'homeless',
  ] as const);
  const safe = situation !== 'homeless' && chance('safe', person.key, date).happens(92);
  const asked = number === 0 ? plusHours(person.admittedAt, 2) : at(14);
  return [
    {
      at: asked,
      key: `home.${date}`,
      actor: simulatedActor('coordinator'),
      wish: { type: 'RecordLivingSituation', fields: { at: asked, situation, safe } },
    },
  ];
}
