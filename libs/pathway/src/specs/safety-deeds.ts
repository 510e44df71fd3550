import fc from 'fast-check';
import { crisisKinds } from '../crises/vocabulary.ts';
import type { OpenedJourney } from '../journey.ts';
import { plusDays, plusHours, type Instant } from '../time.ts';
import { externalEncounterKinds, leaveKinds } from '../vocabulary.ts';
import type { Step } from './given.ts';
import {
  assigned,
  claimed,
  consented,
  isBack,
  leaves,
  raised,
  resolved,
  revoked,
  snoozed,
  team,
  treatedElsewhere,
} from './safety.ts';

const which = fc.nat({ max: 20 });
const role = fc.constantFrom('coordinator', 'nurse', 'therapist', 'medical-director');
const ageHours = fc.integer({ min: 0, max: 48 });

/** What may happen to a person's safety, and who does something about it. */
export const safetyDeed = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('elsewhere'),
      kind: fc.constantFrom(...externalEncounterKinds),
      ageHours: fc.integer({ min: 0, max: 200 }),
      listed: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('leave'),
      kind: fc.constantFrom(...leaveKinds),
      ageHours,
      forHours: ageHours,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('back'), ageHours }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crisis'), kind: fc.constantFrom(...crisisKinds) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('calm') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('claim'), which, role }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('assign'), which, role }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('snooze'), which, forHours: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('name-team'), role }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('consent'), days: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke') }) },
);
export type SafetyDeed = typeof safetyDeed extends fc.Arbitrary<infer T> ? T : never;

/** What such a deed means for a journey as it stands; nothing when there is nothing to do it to. */
export function safetyStep(what: SafetyDeed, journey: OpenedJourney, at: Instant): Step | undefined {
  const open = journey.tasks.filter(({ state }) => state === 'open');
  const task = 'which' in what ? open[what.which % Math.max(1, open.length)] : undefined;
  switch (what.do) {
    case 'elsewhere': {
      const encounterId = `e${journey.externalEncounters.length + 1}`;
      const from = plusHours(at, -what.ageHours);
      const list = what.listed ? { drugsGiven: [{ medication: 'morphine' }] } : {};
      return treatedElsewhere(from, { at, encounterId, kind: what.kind, ...list });
    }
    case 'leave': {
      const from = plusHours(at, -what.ageHours);
      const expectedReturnAt = plusHours(from, what.forHours + 1);
      return leaves(from, what.kind, { leaveId: `l${journey.leaves.length + 1}`, toldAt: at, expectedReturnAt });
    }
    case 'back': {
      const leave = journey.leaves.at(-1);
      return leave && isBack(plusHours(at, -what.ageHours), at, leave.leaveId);
    }
    case 'crisis':
      return raised(what.kind, at, { crisisId: `c${journey.crises.length + 1}` });
    case 'calm': {
      const crisis = journey.crises.at(-1);
      return crisis && resolved(at, crisis.crisisId);
    }
    case 'claim':
      return task && claimed(task.taskId, at, what.role);
    case 'assign':
      return task && assigned(task.taskId, at, `${what.role}-2`, what.role);
    case 'snooze':
      return task && snoozed(task.taskId, at, plusHours(at, what.forHours));
    case 'name-team':
      return team(at, { staffId: `${what.role}-3`, role: what.role });
    case 'consent':
      return consented(at, {
        consentId: `k${journey.consents.length + 1}`,
        expires: { on: 'date', at: plusDays(at, what.days) },
      });
    case 'revoke': {
      const consent = journey.consents.at(-1);
      return consent && revoked(at, { consentId: consent.consentId });
    }
  }
}

const names: readonly string[] = [
  'elsewhere',
  'leave',
  'back',
  'crisis',
  'calm',
  'claim',
  'assign',
  'snooze',
  'name-team',
  'consent',
  'revoke',
] satisfies readonly SafetyDeed['do'][];

export const isOfSafety = <Other extends { readonly do: string }>(what: Other | SafetyDeed): what is SafetyDeed =>
  names.includes(what.do);
