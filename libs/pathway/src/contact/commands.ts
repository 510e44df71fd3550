import type { Instant } from '../time.ts';
import type { OutreachChannel } from './vocabulary.ts';

export interface ContactCommands {
  RecordOutreach: {
    readonly outreachId: string;
    readonly at: Instant;
    readonly channel: OutreachChannel;
    /** The person was spoken with, or answered. A message that was left reached nobody yet. */
    readonly reached: boolean;
  };
}

export const contactCommandTypes = ['RecordOutreach'] as const satisfies readonly (keyof ContactCommands)[];
