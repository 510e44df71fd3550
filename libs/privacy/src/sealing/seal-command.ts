import type { Command, GoalText, Sealed } from '@stepway/pathway';

/** Seals one text; `field` is the name of its property, to which it is bound. */
export type SealField = (text: string, field: string) => Sealed;

/**
 * The command with its free text sealed, as rules, log, Kafka and Temporal may see it. A new command type with free
 * text does not compile here until it is sealed.
 */
export function sealCommand(command: Command<string>, seal: SealField): Command {
  const { reason, ...plain } = command;
  const withReason = reason === undefined ? {} : { reason: seal(reason, 'reason') };
  switch (plain.type) {
    case 'SetGoals':
      return { ...plain, ...withReason, goals: plain.goals.map((goal) => sealGoal(goal, seal)) };
    case 'CompleteGoal': {
      const { evidence, ...coded } = plain;
      return { ...coded, ...withReason, ...(evidence === undefined ? {} : { evidence: seal(evidence, 'evidence') }) };
    }
    case 'ArrangeMedicationContinuity': {
      const { place, ...coded } = plain;
      return { ...coded, ...withReason, ...(place === undefined ? {} : { place: seal(place, 'place') }) };
    }
    case 'DischargeEpisode': {
      const { destination, ...coded } = plain;
      const sealed = destination === undefined ? {} : { destination: seal(destination, 'destination') };
      return { ...coded, ...withReason, ...sealed };
    }
    case 'OpenEpisode':
    case 'Admit':
    case 'RecordMedication':
    case 'EndMedication':
    case 'SetScreeningPlan':
    case 'RecordSession':
    case 'RecordDrugTestResult':
    case 'RecordMissedDrugTest':
    case 'ReviewDrugTest':
    case 'ChangeLevelOfCare':
    case 'ScheduleHandOff':
    case 'CompleteHandOff':
    case 'FailHandOff':
    case 'PlaceHold':
    case 'ReleaseHold':
    case 'DecideProposal':
    case 'CancelTransition':
    case 'CompleteTask':
      return { ...plain, ...withReason };
  }
}

function sealGoal({ text, measure, ...coded }: GoalText<string>, seal: SealField): GoalText<Sealed> {
  return {
    ...coded,
    text: seal(text, 'text'),
    ...(measure === undefined ? {} : { measure: seal(measure, 'measure') }),
  };
}
