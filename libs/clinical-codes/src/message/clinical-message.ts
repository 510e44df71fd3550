import type { CommandRequest } from '@stepway/contracts';
import type { CommandType } from '@stepway/pathway';
import type { Question } from '../question.ts';

/** What one message from outside says, in whatever standard it came: of whom, which facts, and what is not certain. */
export interface ClinicalMessage {
  readonly person: PersonClues;
  /** In the order in which they are to be recorded: those that are certain. */
  readonly facts: readonly ClinicalFact[];
  /** What a person has to say before the message is done. The facts beside them stand. */
  readonly questions: readonly Question[];
}

/** By what a person may be found. Nothing of it leaves the inbox. */
export interface PersonClues {
  /** Our own id of the person, where the sender knows it. */
  readonly patientId?: string;
  /** Numbers, each with who gave it: an assigning authority, a system. */
  readonly numbers: readonly PersonNumber[];
  readonly name?: { readonly given: string; readonly family: string };
  /** RFC 3339 full-date. */
  readonly birthDate?: string;
}

export interface PersonNumber {
  readonly system: string;
  readonly value: string;
}

/** A command with its body as its route takes it. */
export type ClinicalFact = {
  [T in CommandType]: { readonly type: T; readonly body: CommandRequest<T> };
}[CommandType];
