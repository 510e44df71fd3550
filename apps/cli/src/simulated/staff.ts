import type { AgeGroup, CareEvent, Programme } from '@stepway/pathway';
import { assessWhenAsked } from './assess.ts';
import { bridgesMedication } from './bridge.ts';
import { confirmsSome, reviews } from './drug-tests.ts';
import { completesGoals, setsGoals } from './goals.ts';
import { preparesLessSupport } from './less-support.ts';
import { attendsHandOff, decidesProposal, perhapsHold } from './moves.ts';
import { reachesOut } from './outreach.ts';
import { answerWhenAsked } from './patient-answer.ts';
import type { Plan } from './plan.ts';
import { doesTask } from './tasks.ts';

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
  const goals = new Map<string, 'open' | 'reached' | 'let-go'>();
  let level = '';
  let ageGroup: AgeGroup = 'adult';
  return (event: CareEvent): Plan[] => {
    switch (event.type) {
      case 'EpisodeOpened':
        ageGroup = event.data.ageGroup;
        return [];
      case 'Admitted':
        comesTo(event.data.level);
        return [...setsGoals(programme, level, event), ...perhapsHold(person, event)];
      case 'TransitionCompleted':
        comesTo(event.data.to);
        return setsGoals(programme, level, event);
      case 'GoalsSet':
        for (const { goalId } of event.data.goals) goals.set(goalId, 'open');
        return completesGoals(person, programme, event);
      case 'GoalCompleted':
        goals.set(event.data.goalId, 'reached');
        return [];
      case 'GoalWithdrawn':
        goals.set(event.data.goalId, 'let-go');
        return [];
      case 'TransitionProposed':
        return [decidesProposal(person, event)];
      case 'TransitionStarted':
        return attendsHandOff(person, event);
      case 'DrugTestResultRecorded':
        return confirmsSome(person, confirmed, event);
      case 'DrugTestDisposed':
        return reviews(person, event);
      case 'TaskOpened':
        return [
          ...doesTask(person, event),
          ...bridgesMedication(person, taken, event),
          ...answerWhenAsked(person, event),
          ...reachesOut(person, event),
          ...assessWhenAsked(person, programme, { level, ageGroup, goalsReached: goalsReached() }, event),
        ];
      case 'TransitionConsidered':
        return preparesLessSupport(person, programme, taken, event);
      case 'MedicationRecorded':
        taken.push(event.data.medicationId);
        return [];
      default:
        return [];
    }
  };

  function comesTo(next: string): void {
    level = next;
    goals.clear();
  }

  function goalsReached(): boolean {
    const all = [...goals.values()];
    return all.includes('reached') && !all.includes('open');
  }
}
