import type { Instant } from '../time.ts';
import type { ArrestCount, Employment, FollowUpContact, LivingArrangement, SelfHelpAttendance } from './vocabulary.ts';

/** National Outcome Measures, in the words of TEDS. What is left out was not asked. */
export interface Outcomes {
  /** What the person says. */
  readonly abstinentReported?: boolean;
  /** What a test shows: evidence beside the word, not above it. */
  readonly abstinentTested?: boolean;
  readonly housing?: LivingArrangement;
  readonly employment?: Employment;
  readonly arrests?: ArrestCount;
  readonly selfHelp?: SelfHelpAttendance;
}

export interface FollowUpCommands {
  RecordFollowUp: {
    /** Days after discharge, as the programme names them. */
    readonly point: number;
    readonly contactedAt: Instant;
    readonly contact: FollowUpContact;
  } & Outcomes;
}

export const followUpCommandTypes = ['RecordFollowUp'] as const satisfies readonly (keyof FollowUpCommands)[];
