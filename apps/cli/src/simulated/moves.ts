import { plusDays, plusHours, type CareEventOf, type Instant } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

/** Now and then moves are paused for a while. */
export function perhapsHold(person: string, event: CareEventOf<'Admitted'>): Plan[] {
  const draw = chance('hold', person);
  if (!draw.happens(8)) return [];
  const at = plusDays(event.recordedAt, draw.int(10, 70));
  return [
    {
      at,
      key: 'hold',
      actor: simulatedActor('therapist'),
      wish: {
        type: 'PlaceHold',
        fields: { holdId: 'demo-hold', until: plusDays(at, draw.int(4, 12)) },
        reason: 'Moves paused while the family meets the team.',
      },
    },
  ];
}

/** Three of four proposals are approved; some only after their deadline. */
export function decidesProposal(person: string, { data, recordedAt }: CareEventOf<'TransitionProposed'>): Plan {
  const draw = chance('proposal', person, data.transitionId);
  const decision = draw.happens(75) ? 'approve' : 'decline';
  return {
    at: plusHours(recordedAt, draw.int(3, 30)),
    key: `decide.${data.transitionId}`,
    actor: simulatedActor('therapist'),
    wish: {
      type: 'DecideProposal',
      fields: { transitionId: data.transitionId, decision },
      reason: decision === 'approve' ? 'Agreed with the person.' : 'The person is doing well at this level.',
    },
  };
}

/** Most come to their appointment at the next level, some to a later one, a few without any and late. */
export function attendsHandOff(person: string, { data, recordedAt }: CareEventOf<'TransitionStarted'>): Plan[] {
  const { transitionId, handOffDueAt } = data;
  const draw = chance('hand-off', person, transitionId);
  const scheduledAt = plusHours(recordedAt, draw.int(2, 10));
  const appointmentAt = plusHours(scheduledAt, draw.int(8, data.kind === 'step-down' ? 130 : 50));
  const attend = (at: Instant): Plan => ({
    at,
    key: `attend.${transitionId}`,
    actor: simulatedActor('coordinator'),
    wish: { type: 'CompleteHandOff', fields: { transitionId, attendedAt: at } },
  });
  if (draw.happens(12)) return [attend(plusHours(handOffDueAt, draw.int(4, 60)))];
  const schedule: Plan = {
    at: scheduledAt,
    key: `appointment.${transitionId}`,
    actor: simulatedActor('coordinator'),
    wish: { type: 'ScheduleHandOff', fields: { transitionId, appointmentAt } },
  };
  if (draw.happens(80)) return [schedule, attend(appointmentAt)];
  const missed: Plan = {
    at: plusHours(appointmentAt, 1),
    key: `missed.${transitionId}`,
    actor: simulatedActor('coordinator'),
    wish: { type: 'FailHandOff', fields: { transitionId, reasonCode: 'did-not-attend' } },
  };
  return [schedule, missed, attend(plusHours(appointmentAt, draw.int(20, 70)))];
}
