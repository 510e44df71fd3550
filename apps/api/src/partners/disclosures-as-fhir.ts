import { partnerLabels, type DisclosureItem } from '@stepway/contracts';
import type { ConsentPurpose } from '@stepway/pathway';

const profile = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source';
const dicom = 'http://dicom.nema.org/resources/ontology/DCM';
const reasons = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
const purposes = 'https://stepway.dev/codes/consent-purpose';

/** HL7's code of a purpose, where it has one; our own stands beside it. */
const reasonOf: Readonly<Partial<Record<ConsentPurpose, string>>> = {
  treatment: 'TREAT',
  payment: 'HPAYMT',
  operations: 'HOPERAT',
  'family-involvement': 'FAMRQT',
  research: 'HRESCH',
  'legal-proceeding': 'HLEGAL',
  'at-the-patients-request': 'PATRQT',
};

/** The accounting as a Bundle of AuditEvents, in the shape of IHE's Basic Audit Log Patterns for a disclosure. */
export const disclosuresAsFhir = (disclosures: readonly DisclosureItem[], deployment: string, at: string): object => ({
  resourceType: 'Bundle',
  type: 'collection',
  timestamp: at,
  ...(disclosures.length > 0 && {
    entry: disclosures.map((one) => ({
      fullUrl: `urn:uuid:${one.disclosureId}`,
      resource: auditEventOf(one, deployment),
    })),
  }),
});

function auditEventOf(one: DisclosureItem, deployment: string): object {
  const reason = reasonOf[one.purpose];
  const what = one.eventType === undefined ? (one.resourceTypes ?? []) : [one.eventType];
  return {
    resourceType: 'AuditEvent',
    id: one.disclosureId,
    meta: {
      profile: [profile],
      security: [
        label('http://terminology.hl7.org/CodeSystem/v3-Confidentiality', partnerLabels.confidentiality),
        label('http://terminology.hl7.org/CodeSystem/v3-ActCode', partnerLabels.sensitivity),
        label('http://terminology.hl7.org/CodeSystem/v3-ActCode', partnerLabels.policy),
      ],
    },
    type: { system: dicom, code: '110106', display: 'Export' },
    subtype: [{ system: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle', code: 'disclose' }],
    action: 'R',
    recorded: one.decidedAt,
    outcome: '0',
    purposeOfEvent: [
      { coding: [...(reason === undefined ? [] : [label(reasons, reason)]), label(purposes, one.purpose)] },
    ],
    agent: [
      {
        type: { coding: [{ system: dicom, code: '110153', display: 'Source Role ID' }] },
        who: { display: deployment },
        requestor: false,
      },
      {
        type: { coding: [{ system: dicom, code: '110152', display: 'Destination Role ID' }] },
        who: { identifier: { system: 'https://stepway.dev/ids/partner', value: one.partnerId }, display: one.partner },
        requestor: one.channel === 'http' || one.channel === 'fhir',
        policy: [`https://stepway.dev/ids/consent/${one.episodeId}/${one.consentId}/${one.consentVersion}`],
      },
    ],
    source: { observer: { display: deployment } },
    entity: [
      {
        what: { reference: `Patient/${one.patientId}` },
        type: label('http://terminology.hl7.org/CodeSystem/audit-entity-type', '1'),
        role: label('http://terminology.hl7.org/CodeSystem/object-role', '1'),
      },
      {
        what: { reference: `EpisodeOfCare/${one.episodeId}` },
        type: label('http://terminology.hl7.org/CodeSystem/audit-entity-type', '2'),
        role: label('http://terminology.hl7.org/CodeSystem/object-role', '4'),
        detail: [
          ...what.map((value) => ({ type: 'what', valueString: value })),
          ...one.fields.map((value) => ({ type: 'field', valueString: value })),
          { type: 'channel', valueString: one.channel },
        ],
      },
    ],
  };
}

const label = (system: string, code: string) => ({ system, code });
