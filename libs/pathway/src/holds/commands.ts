import type { Instant } from '../time.ts';

export interface HoldCommands {
  PlaceHold: { readonly holdId: string; readonly until: Instant };
  ReleaseHold: { readonly holdId: string };
}

export const holdCommandTypes = ['PlaceHold', 'ReleaseHold'] as const satisfies readonly (keyof HoldCommands)[];
