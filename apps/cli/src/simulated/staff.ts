import {
  endsByWord,
  plusDays,
  plusHours,
  toMs,
  type CareEvent,
  type CareEventOf,
  type GoalDomain,
  type Instant,
  type Programme,
} from '@stepway/pathway';
import { chance } from '../chance.ts';
import { assessWhenAsked } from './assess.ts';
import { arrangeNextDose } from './next-dose.ts';
import { answerWhenAsked } from './patient-answer.ts';
import { reachesOut } from './outreach.ts';
import { simulatedActor, type Plan } from './plan.ts';

const goalTexts: Partial<Record<GoalDomain, string>> = {
  abstinence: 'Four weeks of negative screens',
  'coping-and-triggers': 'Names three early signs and a plan for each',
  'support-network': 'Two people to call, both called',
  'relapse-prevention': 'Written plan reviewed with the therapist',
  health: 'Primary care visit kept',
  housing: 'A place to live confirmed',
};

interface StaffWays {
  /** Specimens with a presumptive positive that the laboratory confirms, in a hundred; default: one in three. */
  readonly confirmed?: number;
}

/**
 * What the trial data lack (goals, confirmations, hand-offs, decisions, reviews), as clinic staff would add it:
 * answers each event with what somebody does about it later. Seeded by person and subject, so that the same journey
 * is always met with the same acts.
 */
export function simulatedStaff(person: string, programme: Programme, { confirmed }: StaffWays = {}) {
  const taken: string[] = [];
  const goalIds = new Set<string>();
  let level = '';
  return (event: CareEvent): Plan[] => {
    switch (event.type) {
      case 'Admitted':
        level = event.data.level;
        return [...setGoals(level, event), ...perhapsHold(event)];
      case 'TransitionCompleted':
        level = event.data.to;
        return setGoals(level, event);
      case 'GoalsSet':
        for (const { goalId } of event.data.goals) goalIds.add(goalId);
        return completeGoals(event);
      case 'TransitionProposed':
        return [decideProposal(event)];
      case 'TransitionStarted':
        return attendHandOff(event);
      case 'DrugTestResultRecorded':
        return confirmSome(event);
      case 'DrugTestDisposed':
        return review(event);
      case 'TaskOpened':
        return [
          ...doTask(event),
          ...answerWhenAsked(person, event),
          ...reachesOut(person, event),
          ...assessWhenAsked(person, programme, { level, goalIds }, event),
        ];
      case 'TransitionConsidered':
        return arrangeNextDose(person, taken, event);
      case 'MedicationRecorded':
        taken.push(event.data.medicationId);
        return [];
      default:
        return [];
    }
  };

  function setGoals(level: string, event: CareEvent): Plan[] {
    const template = programme.levels[level]?.goalTemplate ?? [];
    const goals = template.slice(0, 3).map((domain) => ({
      goalId: `${level}-${event.version}-${domain}`,
      domain,
      text: goalTexts[domain] ?? `Agreed step in ${domain.replaceAll('-', ' ')}`,
    }));
    if (goals.length === 0) return [];
    return [
      {
        at: plusHours(event.recordedAt, 22),
        key: `goals.${level}.${event.version}`,
        actor: simulatedActor('therapist'),
        wish: { type: 'SetGoals', fields: { goals } },
      },
    ];
  }

  function completeGoals(event: CareEventOf<'GoalsSet'>): Plan[] {
    const stay = programme.levels[event.data.level]?.stayDays;
    if (stay === undefined) return [];
    return event.data.goals.flatMap(({ goalId }) => {
      const draw = chance('goal', person, goalId);
      if (!draw.happens(75)) return [];
      const days = draw.int(Math.max(1, stay.minimum), Math.max(2, Math.round(stay.review * 1.2)));
      return [
        {
          at: plusHours(plusDays(event.recordedAt, days), draw.int(-6, 6)),
          key: `goal.${goalId}`,
          actor: simulatedActor('therapist'),
          wish: { type: 'CompleteGoal', fields: { goalId } },
        } satisfies Plan,
      ];
    });
  }

  function perhapsHold(event: CareEventOf<'Admitted'>): Plan[] {
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

  function decideProposal({ data, recordedAt }: CareEventOf<'TransitionProposed'>): Plan {
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

  function attendHandOff({ data, recordedAt }: CareEventOf<'TransitionStarted'>): Plan[] {
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

  /** A definitive report two days later, for some of the specimens with a presumptive positive. */
  function confirmSome({ data }: CareEventOf<'DrugTestResultRecorded'>): Plan[] {
    const positives = data.results.filter(({ outcome, stage }) => outcome === 'positive' && stage === 'presumptive');
    const draw = chance('confirm', person, data.specimenId);
    const comes = confirmed === undefined ? draw.int(1, 3) === 1 : draw.happens(confirmed);
    if (positives.length === 0 || !comes) return [];
    const reportedAt = plusDays(data.reportedAt, 2);
    const { acknowledgedUse, collectedAt, matrix, specimenId, validity } = data;
    return [
      {
        at: reportedAt,
        key: `confirm.${specimenId}`,
        actor: { id: 'demo-laboratory', kind: 'system', role: 'system' },
        wish: {
          type: 'RecordDrugTestResult',
          fields: {
            specimenId,
            matrix,
            collectedAt,
            reportedAt,
            status: 'final',
            validity,
            acknowledgedUse,
            results: positives.map(({ drugClass }) => ({
              drugClass,
              outcome: 'positive',
              stage: 'definitive',
              method: 'LC-MS/MS',
              amount: chance('amount', person, specimenId, drugClass).int(60, 2400),
              unit: 'ng/mL',
              cutoff: 50,
            })),
          },
        },
      },
    ];
  }

  /** Most tasks that end by a person's word are done in time, a few are late; the others end by what is recorded. */
  function doTask({ data, recordedAt }: CareEventOf<'TaskOpened'>): Plan[] {
    const { taskId, kind, role, dueAt } = data;
    if (kind === 'scheduled-test-missed') return [sayWhyNotTested(data.subject, recordedAt)];
    if (!endsByWord(kind)) return [];
    const draw = chance('task', person, taskId);
    const allowedHours = Math.max(1, (toMs(dueAt) - toMs(recordedAt)) / 3_600_000);
    const hours = draw.happens(93) ? (allowedHours * draw.int(15, 95)) / 100 : allowedHours + draw.int(6, 70);
    return [
      {
        at: plusHours(recordedAt, hours),
        key: `task.${taskId}`,
        actor: simulatedActor(role),
        wish: { type: 'CompleteTask', fields: { taskId } },
      },
    ];
  }

  /** Nobody was tested on the day that was drawn, and somebody found out why. */
  function sayWhyNotTested(dueAt: Instant, askedAt: Instant): Plan {
    const draw = chance('not-tested', person, dueAt);
    return {
      at: plusHours(askedAt, draw.int(1, 11)),
      key: `not-tested.${dueAt}`,
      actor: simulatedActor('nurse'),
      wish: { type: 'RecordMissedDrugTest', fields: { dueAt, outcome: draw.pick(['missed', 'missed', 'excused']) } },
    };
  }

  function review({ data, recordedAt }: CareEventOf<'DrugTestDisposed'>): Plan[] {
    if (data.disposition !== 'awaiting-review' && data.disposition !== 'integrity-concern') return [];
    const { specimenId, drugClass } = data;
    const draw = chance('review', person, specimenId, drugClass);
    return [
      {
        at: plusHours(recordedAt, draw.int(2, 28)),
        key: `review.${specimenId}.${drugClass}`,
        actor: simulatedActor('nurse'),
        wish: {
          type: 'ReviewDrugTest',
          fields: { specimenId, drugClass, finding: draw.happens(50) ? 'unexpected-use' : 'inconclusive' },
          reason: 'Reviewed with the person.',
        },
      },
    ];
  }
}
