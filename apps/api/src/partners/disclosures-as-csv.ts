import { redisclosureNotice, type DisclosureItem } from '@stepway/contracts';
import { stringify } from 'csv-stringify/sync';

/** One line for each disclosure. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export const disclosuresAsCsv = (disclosures: readonly DisclosureItem[]): string =>
  stringify(
    disclosures.map((one) => [
      one.decidedAt,
      one.partner,
      one.partnerId,
      one.purpose,
      one.consentId,
      one.consentVersion,
      one.channel,
      one.eventType ?? (one.resourceTypes ?? []).join(' '),
      one.fields.join(' '),
      one.patientId,
      one.episodeId,
      one.eventId,
      one.reference,
      one.disclosureId,
      redisclosureNotice,
    ]),
    { header: true, columns, escape_formulas: true, record_delimiter: '\r\n' },
  );

const columns = [
  'decidedAt',
  'partner',
  'partnerId',
  'purpose',
  'consentId',
  'consentVersion',
  'channel',
  'what',
  'fields',
  'patientId',
  'episodeId',
  'eventId',
  'reference',
  'disclosureId',
  'notice',
];
