import type { ComponentType } from 'react';
import type { CommandName } from '../../api/commands.ts';
import type { FieldProps } from '../inputs/field-props.ts';
import { Answers } from './answers.tsx';
import { Decision } from './decision.tsx';
import { Dimensions } from './dimensions.tsx';
import { Goals } from './goals.tsx';
import { NewLevel } from './new-level.tsx';
import { Person } from './person.tsx';
import { Results } from './results.tsx';

/** Where the generated input is not good enough. */
const layouts: Readonly<Partial<Record<CommandName, Readonly<Record<string, ComponentType<FieldProps>>>>>> = {
  ChangeLevelOfCare: { to: NewLevel },
  DecideProposal: { decision: Decision },
  RecordDrugTestResult: { results: Results },
  SetGoals: { goals: Goals },
  RecordAssessment: { dimensions: Dimensions },
  RecordInstrument: { answers: Answers },
  OpenEpisode: { patientId: Person },
};

export const layoutOf = (command: CommandName, field: string): ComponentType<FieldProps> | undefined =>
  layouts[command]?.[field];
