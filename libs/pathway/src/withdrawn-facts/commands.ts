import type { WithdrawalReason } from './vocabulary.ts';

export interface WithdrawnFactCommands {
  /** `eventId` of the fact, as the journey's events give it. */
  WithdrawFact: { readonly eventId: string; readonly reasonCode: WithdrawalReason };
}

export const withdrawnFactCommandTypes = ['WithdrawFact'] as const satisfies readonly (keyof WithdrawnFactCommands)[];
