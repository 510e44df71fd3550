import type { Command } from '@stepway/pathway';
import { sealCommand } from './seal-command.ts';

const leftOut = { sealed: 'left.out.here' };

/** The command without what a person wrote in words, for what is decided in memory and shown: no rule reads a text. */
export const leaveOutText = (command: Command<string>): Command =>
  sealCommand(
    command,
    () => leftOut,
    (...parts) => parts.join('\n'),
  );
