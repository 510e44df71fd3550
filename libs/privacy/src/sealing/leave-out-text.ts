import { hash } from 'node:crypto';
import type { Command } from '@stepway/pathway';
import { sealCommand } from './seal-command.ts';
import type { Fingerprint } from './sealers.ts';

const leftOut = { sealed: 'left.out.here' };

/** Nobody has a key here, and what is shown must not be the words themselves. */
const withoutKey: Fingerprint = (...parts) => hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);

/** The command without what a person wrote in words, for what is decided in memory and shown: no rule reads a text. */
export const leaveOutText = (command: Command<string>): Command => sealCommand(command, () => leftOut, withoutKey);
