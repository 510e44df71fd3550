import { plusHours, type CommandFields, type DischargeReason, type Instant, type Role } from '@stepway/pathway';
import { chance } from '../../chance.ts';
import { simulatedActor, type Plan } from '../../simulated/plan.ts';
import type { Day } from '../day.ts';

/** Leaves on the day and for the reason that their life has set, whatever the rules have come to by then. */
export function leaves(day: Day): readonly Plan[] {
  const { person, number, level } = day;
  if (number !== person.careDays) return [];
  if (person.leaves === 'terminated-by-facility') return endedByTheProgramme(day);
  // Someone whose withdrawal took longer than expected leaves from there for another place, not completed.
  const stillThere = person.leaves === 'completed' && level.kind === 'withdrawal-management';
  const reasonCode = stillThere ? 'transferred' : person.leaves;
  const againstAdvice = reasonCode === 'dropped-out' && chance('advice', person.key).happens(40);
  return [discharge(day, 'therapist', { reasonCode, againstAdvice, ...(againstAdvice && { leaving: asked }) })];
}

const asked = { attemptToRetain: 'done', capacity: 'done', naloxone: 'done', lowerLevelOffered: 'declined' } as const;

/** The last resort, for absences and not for a test alone: after a warning, with a referral, by two people. */
function endedByTheProgramme(day: Day): readonly Plan[] {
  const termination = {
    warnedAt: day.at(1),
    referral: 'done',
    medicationPlan: 'done',
    appealInformation: 'done',
  } as const;
  const fields = { reasonCode: 'terminated-by-facility', againstAdvice: false, termination } as const;
  return [
    absent(day.person.key, day.at(8)),
    discharge(day, 'therapist', fields),
    discharge(day, 'medical-director', fields),
  ];
}

type Discharge = Omit<CommandFields<string>['DischargeEpisode'], 'at'> & { readonly reasonCode: DischargeReason };

const discharge = ({ at, person }: Day, role: Role, fields: Discharge): Plan => ({
  at: at(role === 'therapist' ? 20 : 20.5),
  key: `leaves.${person.key}.${role}`,
  actor: simulatedActor(role),
  wish: { type: 'DischargeEpisode', fields: { at: at(20), ...fields }, reason: 'Care ends.' },
});

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
