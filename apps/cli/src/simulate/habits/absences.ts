import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';

const actor = simulatedActor('coordinator');

/** Where people live in, a short leave now and then; anywhere, rarely, days in hospital. */
export function isAway(day: Day): readonly Plan[] {
  const { person, level, date, dayOfStay, journey } = day;
  if (day.away || journey.transition !== undefined) return [];
  const draw = chance('away', person.key, date);
  const longest = level.leave.maximumPassHours;
  if (level.schedule.roundTheClock && longest !== undefined && dayOfStay >= 14 && draw.int(1, 100) <= 3)
    return leave(day, 'pass', Math.min(longest, draw.int(6, 40)), draw.happens(12) ? 5 : 0);
  return draw.int(1, 2_000) === 1 ? leave(day, 'hospital', draw.int(30, 120), 0) : [];
}

function leave(day: Day, kind: 'pass' | 'hospital', hours: number, late: number): readonly Plan[] {
  const { person, date } = day;
  const leaveId = `${person.key}.leave.${date}`;
  const from = day.at(17);
  const back = day.at(17 + hours + late);
  const expected = kind === 'pass' ? { expectedReturnAt: day.at(17 + hours) } : {};
  return [
    {
      at: from,
      key: `leave.${date}`,
      actor,
      wish: { type: 'StartLeave', fields: { leaveId, kind, at: from, ...expected } },
    },
    { at: back, key: `back.${date}`, actor, wish: { type: 'EndLeave', fields: { leaveId, at: back } } },
  ];
}
