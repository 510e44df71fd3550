import {
  plusDays,
  plusHours,
  plusMinutes,
  type CareEvent,
  type CareEventOf,
  type CrisisKind,
  type Instant,
  type Programme,
  type Role,
  type StaffMember,
} from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

const team: readonly StaffMember[] = (['coordinator', 'therapist', 'nurse', 'prescriber'] as const).map((role) => ({
  staffId: simulatedActor(role).id,
  role,
}));

/**
 * What the trial data lack of people's safety: who cares for them, what they consent to, short leaves, a stay in
 * hospital, and now and then a crisis; and what staff do about it.
 */
export function simulatedSafety(person: string, programme: Programme) {
  return (event: CareEvent): Plan[] => {
    switch (event.type) {
      case 'Admitted':
        return [...begins(event), ...perhapsPass(event, event.data.level), ...perhapsWorse(event)];
      case 'TransitionCompleted':
        return perhapsPass(event, event.data.to);
      case 'TaskOpened':
        return event.data.kind === 'crisis' ? answers(event) : [];
      default:
        return [];
    }
  };

  function begins({ recordedAt }: CareEvent): Plan[] {
    const at = plusHours(recordedAt, 2);
    return [
      {
        at,
        key: 'care-team',
        actor: simulatedActor('coordinator'),
        wish: { type: 'AssignCareTeam', fields: { members: team } },
      },
      {
        at,
        key: 'consent',
        actor: simulatedActor('coordinator'),
        wish: {
          type: 'GiveConsent',
          fields: {
            consentId: 'demo-treatment',
            kind: 'tpo',
            discloser: 'this-programme',
            recipients: [{ class: 'treating-providers' }, { class: 'health-plans' }],
            purposes: ['treatment', 'payment', 'operations'],
            information: ['whole-record'],
            statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
            expires: { on: 'event', event: 'end-of-treatment' },
            signedAt: at,
            signatures: [{ who: 'patient' }],
          },
        },
      },
    ];
  }

  /** Most are back before they are expected; some are not. */
  function perhapsPass({ recordedAt, version }: CareEvent, level: string): Plan[] {
    const most = programme.levels[level]?.leave.maximumPassHours;
    const draw = chance('pass', person, version);
    if (most === undefined || !draw.happens(35)) return [];
    const at = plusDays(recordedAt, draw.int(9, 24));
    const expectedReturnAt = plusHours(at, Math.min(most, draw.int(20, 40)));
    const back = plusHours(expectedReturnAt, draw.happens(85) ? -draw.int(1, 4) : draw.int(3, 9));
    return away(`pass-${version}`, at, back, { kind: 'pass', expectedReturnAt });
  }

  function perhapsWorse({ recordedAt }: CareEventOf<'Admitted'>): Plan[] {
    const draw = chance('worse', person);
    const at = plusDays(recordedAt, draw.int(6, 70));
    if (draw.happens(3)) return away('hospital', at, plusDays(at, draw.int(2, 6)), { kind: 'hospital' });
    if (!draw.happens(4)) return [];
    const kind = draw.pick<CrisisKind>(['suicidality', 'overdose', 'psychosis', 'other']);
    const fields = { crisisId: 'demo-crisis', kind, actions: [] };
    return [{ at, key: 'crisis', actor: simulatedActor('peer-worker'), wish: { type: 'RaiseCrisis', fields } }];
  }

  /** Somebody acknowledges it, mostly within minutes; a clinician says when it is over. */
  function answers({ data, recordedAt }: CareEventOf<'TaskOpened'>): Plan[] {
    const draw = chance('crisis', person, data.subject);
    const minutes = draw.happens(80) ? draw.int(2, 13) : draw.int(16, 40);
    const role: Role = minutes < 15 ? data.role : 'nurse';
    const resolve = { crisisId: data.subject, actions: ['medical-assessment', 'safety-plan-made'] } as const;
    return [
      {
        at: plusMinutes(recordedAt, minutes),
        key: `claim.${data.taskId}`,
        actor: simulatedActor(role),
        wish: { type: 'ClaimTask', fields: { taskId: data.taskId } },
      },
      {
        at: plusHours(recordedAt, draw.int(5, 50)),
        key: `resolve.${data.subject}`,
        actor: simulatedActor('therapist'),
        wish: { type: 'ResolveCrisis', fields: resolve },
      },
    ];
  }
}

function away(
  leaveId: string,
  at: Instant,
  back: Instant,
  fields: { readonly kind: 'pass' | 'hospital'; readonly expectedReturnAt?: Instant },
): Plan[] {
  const actor = simulatedActor('coordinator');
  return [
    { at, key: `leave.${leaveId}`, actor, wish: { type: 'StartLeave', fields: { leaveId, at, ...fields } } },
    { at: back, key: `back.${leaveId}`, actor, wish: { type: 'EndLeave', fields: { leaveId, at: back } } },
  ];
}
