export { type DisclosureToRecord, type RecordDisclosures } from './accounting/record.ts';
export { type ToldBefore } from './accounting/told-before.ts';
export { consentEnds, type ConsentEnd } from './disclosure/consent-ends.ts';
export { allowsAnything, disclose, type ConsentUsed, type Disclosure, type Told } from './disclosure/disclose.ts';
export { endedMessage, toldMessage, type Towards } from './disclosure/message.ts';
export { createPseudonyms, type Pseudonyms } from './disclosure/pseudonyms.ts';
export { type PartnerSeal } from './partner-seal.ts';
export { openPartners, type Partners, type PartnersOptions } from './partners.ts';
export { type RegisteredPartner, type Registrations } from './registrations/registrations.ts';
