import type { CommandOf } from '../commands.ts';
import type { ProgrammeVersion } from '../episodes/commands.ts';
import type { Instant } from '../time.ts';
import { said } from './commands.ts';

/** Commands about what comes after an episode. */
export const followedUp = (
  point: number,
  contactedAt: Instant,
  fields: Partial<CommandOf<'RecordFollowUp'>> = {},
): CommandOf<'RecordFollowUp'> => ({
  type: 'RecordFollowUp',
  ...said(contactedAt, 'peer-worker'),
  point,
  contactedAt,
  contact: 'reached',
  ...fields,
});

export const cameBack = (
  level: string,
  attendedAt: Instant,
  fields: Partial<CommandOf<'ReopenEpisode'>> = {},
): CommandOf<'ReopenEpisode'> => ({
  type: 'ReopenEpisode',
  ...said(attendedAt, 'therapist'),
  level,
  attendedAt,
  reason: { sealed: 'kid.nonce.words' },
  ...fields,
});

export const movedToVersion = (
  programme: ProgrammeVersion,
  at: Instant,
  fields: Partial<CommandOf<'MoveToProgrammeVersion'>> = {},
): CommandOf<'MoveToProgrammeVersion'> => ({
  type: 'MoveToProgrammeVersion',
  ...said(at, 'medical-director'),
  programme: { id: programme.id, version: programme.version },
  ...fields,
});
