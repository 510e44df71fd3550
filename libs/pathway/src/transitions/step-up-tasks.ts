import type { Context } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Use } from '../drug-testing/state.ts';
import { isTaken } from '../medications/explains.ts';
import type { Programme } from '../programme/programme.ts';
import { notAsked, openTask, openTasks } from '../tasks/open.ts';
import { plusHours } from '../time.ts';
import type { Role, TaskKind } from '../vocabulary.ts';
import { levelOf } from './level-of.ts';
import type { StepUpResult } from './step-up-facts.ts';

/**
 * What people must do at the same moment (pathway §5). The overdose check is among what drug tests ask for.
 * One reassessment, one check, covers the uses that come while it is open.
 */
export function stepUpTasks(
  journey: OpenedJourney,
  use: Use,
  result: StepUpResult,
  transitionId: string | undefined,
  { now, programme }: Context,
): readonly NewEvent[] {
  const { reviewHours, sameDayHours } = programme.deadlines;
  const ask = (kind: TaskKind, role: Role, subject: string, hours = reviewHours): readonly NewEvent[] =>
    notAsked(journey, kind, subject)
      ? [openTask(journey, { kind, role, subject, dueAt: plusHours(now, hours) }, now)]
      : [];
  const askOnce = (kind: TaskKind, role: Role, hours = reviewHours): readonly NewEvent[] =>
    openTasks(journey, kind).length > 0 ? [] : ask(kind, role, use.useId, hours);

  switch (result) {
    case 'nothing':
      return [];
    // A move that was made since answered it as far as is known; somebody looks at what came late (pathway §6).
    case 'joined':
      return isLate(journey, use) ? ask('late-result-review', 'therapist', use.useId) : [];
    case 'late-review':
      return ask('late-result-review', 'therapist', use.useId);
    case 'reassess':
      // New use during withdrawal management: somebody medical looks the same day (pathway §4, overdose check).
      return [
        ...askOnce('reassessment', 'therapist'),
        ...(inDetox(journey, programme) ? askOnce('withdrawal-check', 'nurse', sameDayHours) : []),
      ];
    case 'withdrawal-check':
      return [...askOnce('reassessment', 'therapist'), ...askOnce('withdrawal-check', 'nurse', sameDayHours)];
    case 'start':
    case 'propose': {
      const subject = transitionId ?? use.useId;
      const taken = journey.medications.some((medication) => isTaken(medication, now));
      return [
        ...askOnce('reassessment', 'therapist'),
        ...(taken ? ask('medication-continuity', 'nurse', subject) : []),
        ...ask('ask-patient-decision', 'therapist', subject),
      ];
    }
  }
}

/** Collected before the present stay. */
const isLate = (journey: OpenedJourney, { at }: Use): boolean =>
  journey.status === 'active' && at < journey.stay.since && journey.transition?.kind !== 'step-up';

const inDetox = (journey: OpenedJourney, programme: Programme): boolean =>
  journey.status === 'active' && levelOf(programme, journey.stay.level).kind === 'withdrawal-management';
