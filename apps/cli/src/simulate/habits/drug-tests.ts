import { localDate, plusHours, type ClassResult, type DrugClass, type Instant } from '@stepway/pathway';
import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';
import { lastUseBefore, usesToday } from './use.ts';

const laboratory = { id: 'simulated-laboratory', kind: 'system', role: 'system' } as const;

/** Is tested at admission, and on the days that the plan of the level draws; a few specimens are missed, or dilute. */
export function tests(): (day: Day) => readonly Plan[] {
  let usedOn: number | undefined;

  return (day) => {
    const { person, number, journey, date, calendar } = day;
    usedOn ??= -(lastUseBefore(person) ?? Infinity);
    if (usesToday(day)) usedOn = number;
    const drawn = journey.scheduledTests.findLast(
      (test) => test.cause === 'random' && localDate(test.from, calendar) === date,
    );
    if ((number > 0 && drawn === undefined) || day.away) return [];
    if (drawn && chance('test', person.key, date).happens(7)) return [missed(day, drawn.dueAt)];
    return [reported(day, number - usedOn)];
  };
}

const missed = (day: Day, dueAt: Instant): Plan => ({
  at: dueAt,
  key: `missed-test.${day.date}`,
  actor: simulatedActor('nurse'),
  wish: { type: 'RecordMissedDrugTest', fields: { dueAt, outcome: 'missed' } },
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
