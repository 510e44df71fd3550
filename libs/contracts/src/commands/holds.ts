import { CallerId, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const holdBodies = {
  PlaceHold: command({ holdId: CallerId, until: Instant }),
  ReleaseHold: command({ holdId: CallerId }),
};

export const holdFreeText = {};
