import { isOpenOn, plusHours, type ClassResult, type DrugClass, type Instant } from '@stepway/pathway';
import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';
import { lastUseBefore, usesToday } from './use.ts';

const laboratory = { id: 'simulated-laboratory', kind: 'system', role: 'system' } as const;

/** Is tested at admission and at random intervals, as the level plans it; a few specimens are missed, or dilute. */
export function tests(): (day: Day) => readonly Plan[] {
  let usedOn: number | undefined;
  let nextTest: number | undefined;
  let level: string | undefined;

  return (day) => {
    const { person, number } = day;
    usedOn ??= -(lastUseBefore(person) ?? Infinity);
    if (usesToday(day)) usedOn = number;
    // A stay at another level is tested as that level plans it.
    if (level !== day.level.id) nextTest = number + (number === 0 ? 0 : (gap(day) ?? Infinity));
    level = day.level.id;
    const open = day.level.schedule.roundTheClock || isOpenOn(day.date, day.calendar);
    if (nextTest === undefined || number < nextTest || !open || day.away) return [];
    nextTest = number + (gap(day) ?? Infinity);
    const draw = chance('test', person.key, day.date);
    if (number > 0 && draw.happens(7)) return [missed(day)];
    return [reported(day, number - usedOn)];
  };
}

/** Days to the next random test; undefined where the level tests only when needed. */
function gap({ level, dayOfStay, person, date }: Day): number | undefined {
  const plan = level.drugTests.random.findLast(({ fromWeek }) => dayOfStay >= fromWeek * 7);
  if (plan === undefined) return undefined;
  const draw = chance('gap', person.key, date);
  const [from, to] = draw.happens(50) ? [plan.minimumDays, plan.meanDays] : [plan.meanDays, plan.maximumDays];
  return draw.int(from, to);
}

const missed = (day: Day): Plan => ({
  at: day.at(17),
  key: `missed-test.${day.date}`,
  actor: simulatedActor('nurse'),
  wish: { type: 'RecordMissedDrugTest', fields: { dueAt: day.at(12), outcome: 'missed' } },
});

/** A screen of the level's panel; presumptive, so that the rules ask for a confirmation. */
function reported(day: Day, daysSinceUse: number): Plan {
  const { person, number, level } = day;
  const draw = chance('report', person.key, day.date);
  // On the first day people come as they are, from ten on.
  const collectedAt: Instant = number === 0 ? plusHours(person.admittedAt, 1) : day.at(10);
  const reportedAt = plusHours(collectedAt, draw.happens(80) ? 1 : draw.int(6, 40));
  const dilute = draw.happens(3);
  return {
    at: reportedAt,
    key: `test.${day.date}`,
    actor: laboratory,
    wish: {
      type: 'RecordDrugTestResult',
      fields: {
        specimenId: `${person.key}.${day.date}`,
        matrix: 'urine',
        collectedAt,
        reportedAt,
        collectionReason: number === 0 ? 'admission' : 'random',
        status: 'final',
        validity: dilute
          ? { finding: 'dilute', creatinineMgDl: 12, specificGravity: 1.002 }
          : { finding: 'valid', creatinineMgDl: draw.int(40, 220), specificGravity: 1.015 },
        results: panelOf(day).map((drugClass) => resultOf(drugClass, day, daysSinceUse)),
        acknowledgedUse: number > 0 && draw.happens(30),
      },
    },
  };

  function panelOf({ person: { substance } }: Day): readonly DrugClass[] {
    const { panel } = level.drugTests;
    return substance === undefined || panel.includes(substance) ? panel : [...panel, substance];
  }
}

/** Positive for what was used within the class's window, and for the medication that is given. */
function resultOf(drugClass: DrugClass, { person, programme, date }: Day, daysSinceUse: number): ClassResult {
  const { medication, substance, usedBefore } = person;
  const taken = medication !== undefined && programme.formulary[medication]?.explains.includes(drugClass) === true;
  const window = programme.windows[drugClass];
  const days = usedBefore === 'daily' ? window?.chronic : window?.typical;
  const used = drugClass === substance && daysSinceUse <= (days ?? 3);
  const positive = used || (taken && chance('taken', person.key, date).happens(96));
  return { drugClass, outcome: positive ? 'positive' : 'negative', stage: 'presumptive' };
}
