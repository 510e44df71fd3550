import type { CommandFields, CommandOf } from '../commands.ts';
import type { CrisisKind } from '../crises/vocabulary.ts';
import type { Instant } from '../time.ts';
import type { LeaveKind, Role, StaffMember } from '../vocabulary.ts';
import { day, said } from './commands.ts';

/** Commands about crises, leave and what happens elsewhere. */
export const treatedElsewhere = (
  from: Instant,
  fields: Partial<CommandFields['RecordExternalEncounter']> & { readonly at?: Instant } = {},
): CommandOf<'RecordExternalEncounter'> => {
  const { at, ...rest } = fields;
  return {
    type: 'RecordExternalEncounter',
    ...said(at ?? from, 'nurse'),
    encounterId: 'e1',
    kind: 'hospital',
    from,
    ...rest,
  };
};

export const leaves = (
  at: Instant,
  kind: LeaveKind,
  fields: Partial<CommandFields['StartLeave']> & { readonly toldAt?: Instant } = {},
): CommandOf<'StartLeave'> => {
  const { toldAt, ...rest } = fields;
  return { type: 'StartLeave', ...said(toldAt ?? at), leaveId: 'l1', kind, at, ...rest };
};

export const isBack = (at: Instant, toldAt = at, leaveId = 'l1'): CommandOf<'EndLeave'> => ({
  type: 'EndLeave',
  ...said(toldAt),
  leaveId,
  at,
});

export const raised = (
  kind: CrisisKind,
  at: Instant,
  fields: Partial<CommandFields['RaiseCrisis']> = {},
): CommandOf<'RaiseCrisis'> => ({
  type: 'RaiseCrisis',
  ...said(at, 'peer-worker'),
  crisisId: 'c1',
  kind,
  actions: [],
  ...fields,
});

export const resolved = (at: Instant, crisisId = 'c1'): CommandOf<'ResolveCrisis'> => ({
  type: 'ResolveCrisis',
  ...said(at, 'therapist'),
  crisisId,
  actions: ['safety-plan-made'],
});

export const claimed = (
  taskId: string,
  at: Instant,
  role: Role = 'coordinator',
  id?: string,
): CommandOf<'ClaimTask'> => ({
  type: 'ClaimTask',
  ...said(at, role),
  ...(id !== undefined && { actor: { id, kind: 'person', role } }),
  taskId,
});

export const assigned = (taskId: string, at: Instant, staffId: string, role: Role): CommandOf<'AssignTask'> => ({
  type: 'AssignTask',
  ...said(at),
  taskId,
  to: { staffId, role },
});

export const snoozed = (taskId: string, at: Instant, until: Instant): CommandOf<'SnoozeTask'> => ({
  type: 'SnoozeTask',
  ...said(at),
  taskId,
  until,
});

export const team = (at: Instant, ...members: readonly StaffMember[]): CommandOf<'AssignCareTeam'> => ({
  type: 'AssignCareTeam',
  ...said(at),
  members,
});

/** Signed by the patient on that day, for the shelter that gave them a room, until day 90. */
export const consented = (
  at: Instant,
  fields: Partial<CommandFields['GiveConsent']> = {},
): CommandOf<'GiveConsent'> => ({
  type: 'GiveConsent',
  ...said(at),
  consentId: 'k1',
  kind: 'single-recipient',
  discloser: 'this-programme',
  recipients: [{ recipientId: 'shelter-1' }],
  purposes: ['housing'],
  information: ['attendance', 'level-of-care'],
  statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
  expires: { on: 'date', at: day(90) },
  signedAt: at,
  signatures: [{ who: 'patient' }],
  ...fields,
});

export const revoked = (
  at: Instant,
  fields: Partial<CommandFields['RevokeConsent']> & { readonly toldAt?: Instant } = {},
): CommandOf<'RevokeConsent'> => {
  const { toldAt, ...rest } = fields;
  return { type: 'RevokeConsent', ...said(toldAt ?? at), consentId: 'k1', at, cause: 'revoked', ...rest };
};
