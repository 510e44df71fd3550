import { lastVersion, type Consent, type ConsentPurpose, type ConsentVersion } from '@stepway/pathway';
import {
  coding,
  concept,
  numbered,
  ourConcept,
  period,
  referenceTo,
  type Coding,
  type Told,
  type Telling,
  type R4Resource,
  named,
} from './form.ts';

/** Purposes that HL7 has a word for (v3-PurposeOfUse). */
const purposeCodes: Readonly<Partial<Record<ConsentPurpose, string>>> = {
  treatment: 'TREAT',
  payment: 'HPAYMT',
  operations: 'HOPERAT',
  research: 'HRESCH',
  'family-involvement': 'FAMRQT',
  'at-the-patients-request': 'PATRQT',
};

const purposeOf = (purpose: ConsentPurpose): Coding => {
  const code = purposeCodes[purpose];
  return code === undefined
    ? coding('consent-purpose', purpose)
    : { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code };
};

/** Written consents to disclose (42 CFR 2.31), in the version that was signed last. */
export const consents = (telling: Telling, shown: (consent: Consent) => boolean): readonly Told[] =>
  telling.journey.consents.filter(shown).flatMap((consent) => {
    const version = lastVersion(consent);
    return version === undefined ? [] : [consentTold(telling, consent, version)];
  });

function consentTold(telling: Telling, { consentId, ended }: Consent, version: ConsentVersion): Told {
  const { journey, ids } = telling;
  const { signedAt, expires, recipients, purposes, information, kind } = version;
  const end = ended?.at ?? (expires.on === 'date' ? expires.at : undefined);
  const status = end !== undefined && end <= journey.recordedAt ? 'inactive' : 'active';
  const category = [
    concept({ system: 'http://loinc.org', code: '59284-0', display: 'Consent Document' }),
    ourConcept('consent-kind', kind),
  ];
  const dates = period(signedAt, end);
  const resource: R4Resource = {
    ...named(telling, 'Consent', consentId),
    ...numbered(telling, 'consent', consentId),
    status,
    scope: concept({ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }),
    category,
    patient: referenceTo('Patient', ids.patient),
    dateTime: signedAt,
    policyRule: concept({ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: '42CFRPart2' }),
    provision: {
      type: 'permit',
      period: dates,
      // Who else is named in it is nobody's outside.
      ...(telling.numbers && {
        actor: recipients.map((recipient) => ({
          role: concept({ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'IRCP' }),
          reference: {
            ...(recipient.recipientId !== undefined && {
              identifier: { system: 'https://stepway.dev/fhir/identifier/recipient', value: recipient.recipientId },
            }),
            ...(recipient.class !== undefined && { display: recipient.class }),
          },
        })),
      }),
      action: [concept({ system: 'http://terminology.hl7.org/CodeSystem/consentaction', code: 'disclose' })],
      purpose: purposes.map(purposeOf),
      code: information.map((one) => ourConcept('consent-information', one)),
    },
  };
  return {
    ...{ resource, by: 'ConsentGiven', keys: [consentId] },
    found: { status, category: category.flatMap((one) => one.coding), date: { start: signedAt, end: signedAt } },
  };
}
