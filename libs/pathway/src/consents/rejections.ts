import type { Instant } from '../time.ts';
import type { ConsentElement } from './elements.ts';
import type { ConsentSigner } from './vocabulary.ts';

export type ConsentRejection =
  | { readonly type: 'UnknownConsent'; readonly consentId: string }
  | { readonly type: 'ConsentConflict'; readonly consentId: string }
  /** An element of 42 CFR 2.31 is missing. */
  | { readonly type: 'ConsentIncomplete'; readonly consentId: string; readonly missing: readonly ConsentElement[] }
  /** It asks for what needs a consent of its own. */
  | { readonly type: 'ConsentNotCombinable'; readonly consentId: string; readonly field: string }
  | { readonly type: 'ConsentSignatureMissing'; readonly consentId: string; readonly needs: readonly ConsentSigner[] }
  | { readonly type: 'ConsentNotYetRevocable'; readonly consentId: string; readonly from: Instant };
