import { isOpenOn, plusHours, stepDownTargetOf, weekdayOf, type Goal } from '@stepway/pathway';
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
  const letGo = letsGo(day);
  const achieved = allReached(day) || letGo.length > 0;
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
  return achieved ? [...letGo, meeting, ...saysToLessSupport(day)] : [meeting];
}

/** When the stay has lasted as long as it should and something was reached, what is still open is let go of. */
function letsGo(day: Day): readonly Plan[] {
  const goals = ownGoals(day);
  if (!isOver(day) || !goals.some(({ state }) => state === 'achieved')) return [];
  return goals
    .filter(({ state }) => state === 'open')
    .map(({ goalId }) => ({
      at: day.at(14.5),
      key: `let-go.${goalId}`,
      actor: simulatedActor('therapist'),
      wish: { type: 'WithdrawGoal', fields: { goalId }, reason: 'To be taken up at the next level.' },
    }));
}

/** Whether the goals of the present level are all reached, or let go, and at least one is reached. */
export function allReached(day: Day): boolean {
  const own = ownGoals(day);
  return own.some(({ state }) => state === 'achieved') && own.every(({ state }) => state !== 'open');
}

/** The stay has lasted as long as its level expects at most. */
export const isOver = ({ dayOfStay, level }: Day): boolean =>
  dayOfStay >= (level.stayDays.expected?.maximum ?? Infinity);

const ownGoals = ({ journey }: Day): readonly Goal[] =>
  journey.goals.filter(({ level }) => level === journey.stay.level);

function saysToLessSupport({ person, level, date, at }: Day): readonly Plan[] {
  const less = stepDownTargetOf(level, person.ageGroup);
  if (less === undefined) return [];
  const decision = chance('less-support', person.key, level.id, date).happens(88) ? 'agrees' : 'declines';
  return [
    {
      at: at(16.5),
      key: `less-support.${date}`,
      actor: simulatedActor('therapist'),
      wish: { type: 'RecordPatientDecision', fields: { decision, level: less, at: at(16) } },
    },
  ];
}

const monthDays = 30;

/** Where the person lives, asked at admission and each month; for most who have no home, housing is found by then. */
export function livesSomewhere({ person, number, date, at }: Day): readonly Plan[] {
  if (number % monthDays !== 0) return [];
  const home = chance('home', person.key);
  const before = home.pick([
    'own-home',
    'own-home',
    'own-home',
    'with-family-or-friends',
    'sober-living',
    'homeless',
  ] as const);
  const found = number > 0 && chance('housing', person.key).happens(60);
  const situation = before === 'homeless' && found ? 'sober-living' : before;
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
