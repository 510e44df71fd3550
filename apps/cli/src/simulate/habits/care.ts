import { plusHours, type Instant } from '@stepway/pathway';
import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';

/** On the first day: the medication that was given before goes on, and drug screens are counted by weeks. */
export function begins({ person, number, level }: Day): readonly Plan[] {
  if (number !== 0) return [];
  const from = person.admittedAt;
  const plan: Plan = {
    at: plusHours(from, 0.2),
    key: 'plan',
    actor: simulatedActor('therapist'),
    wish: {
      type: 'SetScreeningPlan',
      fields: { from, drugClasses: level.drugTests.panel, negativeBy: 'specimen' },
    },
  };
  if (person.medication === undefined) return [plan];
  const medication: Plan = {
    at: plusHours(from, 0.4),
    key: 'medication',
    actor: simulatedActor('prescriber'),
    wish: {
      type: 'RecordMedication',
      fields: {
        medicationId: `${person.key}.moud`,
        medication: person.medication,
        kind: 'moud',
        scheduled: true,
        source: 'prescriber',
        from: plusHours(from, -24 * 30),
      },
    },
  };
  return [plan, medication];
}

/** Withdrawal is over in days: whoever the rules have not moved on by then is moved by a clinician. */
export function movesOn({ level, dayOfStay, person, journey, at, date }: Day): readonly Plan[] {
  const { expected, review } = level.stayDays;
  const to = level.stepDownTo;
  if (level.kind !== 'withdrawal-management' || to === undefined || journey.transition !== undefined) return [];
  if (dayOfStay < (expected?.maximum ?? review + 4) - 2 || !chance('moves-on', person.key, date).happens(60)) return [];
  return [
    {
      at: at(11),
      key: `moves-on.${date}`,
      actor: simulatedActor('prescriber'),
      wish: {
        type: 'ChangeLevelOfCare',
        fields: { to, reasonCode: 'clinical-judgement' },
        reason: 'Withdrawal is over.',
      },
    },
  ];
}

/** Leaves on the day and for the reason that their life has set, whatever the rules have come to by then. */
export function leaves({ person, number, at, journey, level }: Day): readonly Plan[] {
  if (number !== person.careDays) return [];
  const { leaves: reasonCode } = person;
  // Someone whose withdrawal took longer than expected leaves from there for another place, not completed.
  const stillThere = reasonCode === 'completed' && level.kind === 'withdrawal-management';
  return [
    ...(reasonCode === 'terminated-by-facility' ? [absent(person.key, at(8))] : []),
    {
      at: at(20),
      key: `leaves.${journey.episodeId}`,
      actor: simulatedActor('therapist'),
      wish: {
        type: 'DischargeEpisode',
        fields: {
          at: at(20),
          reasonCode: stillThere ? 'transferred' : reasonCode,
          againstAdvice: reasonCode === 'dropped-out' && chance('advice', person.key).happens(40),
        },
        reason: 'Care ends.',
      },
    },
  ];
}

/** What the programme ends care for is not a test alone. */
const absent = (person: string, startedAt: Instant): Plan => ({
  at: plusHours(startedAt, 1),
  key: 'last-absence',
  actor: simulatedActor('therapist'),
  wish: {
    type: 'RecordSession',
    fields: {
      sessionId: `${person}.last-absence`,
      sessionType: 'individual',
      startedAt,
      minutes: 0,
      attendance: 'missed',
    },
  },
});
