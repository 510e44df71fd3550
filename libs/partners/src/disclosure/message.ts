import {
  partnerLabels,
  redisclosureNotice,
  redisclosureNoticeRef,
  type Partner,
  type PartnerMessage,
} from '@stepway/contracts';
import { consentEndedType, partnerEventType, schemaPath } from '@stepway/contracts/names';
import type { CareEvent } from '@stepway/pathway';
import type { ConsentEnd } from './consent-ends.ts';
import type { Told } from './disclose.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** Which installation tells. */
export interface Origin {
  /** Its name in `source`. */
  readonly deployment: string;
  /** Where its API is found, without a slash at the end. */
  readonly publicUrl: string;
}

/** Towards whom, and from where. */
export interface Towards {
  readonly partner: Partner;
  readonly pseudonyms: Pseudonyms;
  readonly from: Origin;
}

interface Place {
  readonly event: CareEvent;
  readonly position: bigint;
}

/** An event as its partner gets it: labelled, with the notice and the consent (42 CFR 2.32). */
export function toldMessage({ event, position }: Place, { data, consent, type }: Told, to: Towards): PartnerMessage {
  const { consentId, version, information, expiresAt } = consent;
  return {
    ...envelope({ event, position }, partnerEventType(type), to),
    id: to.pseudonyms.reference(event.episodeId, event.id),
    time: event.occurredAt,
    consentid: to.pseudonyms.reference(event.episodeId, consentId),
    consentversion: version,
    consentscope: information.join(','),
    ...(expiresAt !== undefined && { consentexpires: expiresAt }),
    data,
  };
}

/** That nothing more comes by a consent. @param version of the consent, by which something was told last */
export function endedMessage(place: Place, end: ConsentEnd, version: number, to: Towards): PartnerMessage {
  const { event } = place;
  const consentid = to.pseudonyms.reference(event.episodeId, end.consentId);
  return {
    ...envelope(place, consentEndedType, to),
    id: to.pseudonyms.reference(event.episodeId, `${event.id} ${end.consentId}`),
    time: end.endedAt,
    consentid,
    consentversion: version,
    consentscope: '',
    data: { consentId: consentid, endedAt: end.endedAt, cause: end.cause },
  };
}

const envelope = ({ event, position }: Place, type: string, { partner, pseudonyms, from }: Towards) => ({
  specversion: '1.0' as const,
  source: `/stepway/${from.deployment}`,
  type,
  subject: pseudonyms.subject(event.episodeId),
  dataschema: from.publicUrl + schemaPath(type),
  datacontenttype: 'application/json' as const,
  sequence: String(event.version).padStart(10, '0'),
  position: String(position),
  recordedtime: event.recordedAt,
  purpose: partner.purpose,
  ...partnerLabels,
  notice: redisclosureNotice,
  noticeref: redisclosureNoticeRef,
});
