import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { ConsentCommands, ConsentGiven } from './commands.ts';

export interface ConsentEvents {
  ConsentGiven: ConsentGiven<Sealed> & { readonly version: number; readonly reason?: Sealed };
  /** From `at` on nothing more is disclosed by it; what was disclosed before stands. */
  ConsentRevoked: ConsentCommands<Sealed>['RevokeConsent'] & { readonly reason?: Sealed };
  ConsentExpired: { readonly consentId: string; readonly at: Instant };
}

export const consentEventTypes = [
  'ConsentGiven',
  'ConsentRevoked',
  'ConsentExpired',
] as const satisfies readonly (keyof ConsentEvents)[];
