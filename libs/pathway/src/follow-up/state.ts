import type { Instant } from '../time.ts';
import type { FollowUpCommands } from './commands.ts';

export type FollowUp = FollowUpCommands['RecordFollowUp'] & {
  readonly dischargedAt: Instant;
  readonly inWindow: boolean;
  readonly eventId: string;
};

export interface FollowUpState {
  readonly followUps: readonly FollowUp[];
  readonly followUpsMissed: readonly { readonly point: number; readonly dischargedAt: Instant }[];
}

export const noFollowUps: FollowUpState = { followUps: [], followUpsMissed: [] };
