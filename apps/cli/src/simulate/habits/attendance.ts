import { isOpenOn, weekdayOf, type Attendance, type Level, type SessionType } from '@stepway/pathway';
import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';

interface Offered {
  readonly sessionType: SessionType;
  readonly minutes: number;
}

/** Comes to what the level offers today, mostly; never where the site is closed, unless people live there. */
export function attends(day: Day): readonly Plan[] {
  const { person, level, date, calendar, away } = day;
  if (away) return [];
  if (!level.schedule.roundTheClock && !isOpenOn(date, calendar)) return [];
  const offered = offeredToday(day);
  if (offered === undefined) return [];
  const draw = chance('attends', person.key, date);
  const attendance: Attendance = draw.happens(person.attends)
    ? draw.happens(6) ? 'late' : 'attended'
    : draw.happens(30) ? 'excused' : 'missed'; // prettier-ignore
  const startedAt = day.at(13);
  const groupId = offered.sessionType === 'group' ? groupOf(day) : undefined;
  return [
    {
      at: day.at(13 + offered.minutes / 60),
      key: `session.${date}`,
      actor: simulatedActor('therapist'),
      wish: {
        type: 'RecordSession',
        fields: {
          sessionId: `${person.key}.session.${date}`,
          sessionType: offered.sessionType,
          startedAt,
          minutes: offered.minutes,
          attendance,
          ...(groupId !== undefined && { groupId }),
        },
      },
    },
  ];
}

/** The group of the site that this person sits in; none where the site has no such group. */
const groupOf = ({ calendar, level, person, number }: Day): string | undefined => {
  const own = calendar.groups?.filter(({ levels, age }) => levels.includes(level.id) && age === person.ageGroup) ?? [];
  return own[Math.min(own.length - 1, Math.floor(number / weeksInAGroup / 7))]?.groupId;
};
/** So long people stay in a group before they go on to the next. */
const weeksInAGroup = 4;

const mondayToSunday = [1, 3, 5, 2, 4, 6, 0];
/** More is offered than the least that the level asks for: who is absent once a week may still attend enough. */
const moreThanTheLeast = 1.5;

/** The level's hours, spread over the days that it gives; without hours its check-ups; otherwise a weekly talk. */
function offeredToday({ level, person, dayOfStay, date }: Day): Offered | undefined {
  const { minimum } = level.hoursPerWeek[person.ageGroup];
  if (level.kind === 'withdrawal-management') return { sessionType: 'medical', minutes: 30 };
  if (minimum !== undefined) {
    const days = daysOfferedAt(level);
    if (!days.includes(weekdayOf(date))) return undefined;
    const { minimum: shortest = 0, maximum: longest = Infinity } = level.schedule.blockHours ?? {};
    const hours = Math.min(longest, Math.max(shortest, (minimum * moreThanTheLeast) / days.length));
    return { sessionType: 'group', minutes: Math.ceil(hours * 60) };
  }
  const checkUps = level.checkUps.findLast(({ fromWeek }) => dayOfStay >= fromWeek * 7);
  if (checkUps) return dayOfStay % checkUps.everyDays === 0 ? { sessionType: 'check-up', minutes: 30 } : undefined;
  return weekdayOf(date) === 2 ? { sessionType: 'individual', minutes: 60 } : undefined;
}

/** Where people live in, all days but Sunday; else one more than the least. */
function daysOfferedAt({ schedule: { roundTheClock, daysPerWeek } }: Level): readonly number[] {
  const { minimum, maximum } = daysPerWeek;
  return mondayToSunday.slice(0, roundTheClock ? 6 : Math.min(maximum, Math.ceil(minimum) + 1));
}
