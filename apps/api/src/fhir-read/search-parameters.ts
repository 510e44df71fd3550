import type { Coding, ReadResource } from '@stepway/clinical-codes';
import type { FhirReadType } from '@stepway/contracts';
import { dateAsked, isAsAsked } from './search-dates.ts';

/** What a value of a parameter is compared with. */
export type Parameter =
  | { readonly kind: 'date'; readonly of: 'date' | 'lastUpdated' }
  | { readonly kind: 'token'; readonly of: 'code' | 'type' | 'category' | 'class' }
  | { readonly kind: 'status' }
  | { readonly kind: 'id' }
  /** The person: which journeys are looked at. */
  | { readonly kind: 'person' }
  | { readonly kind: 'reference'; readonly element: string; readonly to: FhirReadType };

const date: Parameter = { kind: 'date', of: 'date' };
const status: Parameter = { kind: 'status' };
const token = (of: 'code' | 'type' | 'category' | 'class'): Parameter => ({ kind: 'token', of });
const person: Parameter = { kind: 'person' };
const reference = (element: string, to: FhirReadType): Parameter => ({ kind: 'reference', element, to });

const ofAll: Readonly<Record<string, Parameter>> = {
  _id: { kind: 'id' },
  _lastUpdated: { kind: 'date', of: 'lastUpdated' },
};

/** By what each type is found, in the words of R4. */
const own: Readonly<Record<FhirReadType, Readonly<Record<string, Parameter>>>> = {
  Patient: {},
  EpisodeOfCare: { patient: person, status, date, type: token('type') },
  CarePlan: { patient: person, subject: person, status, date, category: token('category') },
  Goal: {
    ...{ patient: person, subject: person, 'lifecycle-status': status },
    ...{ 'start-date': date, category: token('category') },
  },
  Encounter: {
    ...{ patient: person, subject: person, status, date, type: token('type'), class: token('class') },
    'episode-of-care': reference('episodeOfCare', 'EpisodeOfCare'),
  },
  Observation: {
    ...{ patient: person, subject: person, status, date, code: token('code'), category: token('category') },
  },
  MedicationStatement: { patient: person, subject: person, status, effective: date, code: token('code') },
  Task: { patient: person, subject: person, status, code: token('code'), period: date, 'authored-on': date },
  Flag: { patient: person, subject: person, date },
  Consent: { patient: person, status, date, category: token('category') },
  Provenance: { patient: person, recorded: date, target: { kind: 'reference', element: 'target', to: 'Patient' } },
  AuditEvent: { patient: person, date, action: token('type') },
};

export const parametersOf = (type: FhirReadType): Readonly<Record<string, Parameter>> => ({ ...ofAll, ...own[type] });

/** What may be asked to come along, as `_include` names it, with the element that refers to it. */
export const includesOf = (type: FhirReadType): Readonly<Record<string, string>> => ({
  ...('patient' in own[type] && type !== 'AuditEvent' && { [`${type}:patient`]: '' }),
  ...(type === 'Encounter' && { 'Encounter:episode-of-care': 'episodeOfCare' }),
  ...(type === 'CarePlan' && { 'CarePlan:goal': 'goal' }),
  ...(type === 'Provenance' && { 'Provenance:target': 'target' }),
});

export type Test = (one: ReadResource) => boolean;

/** What one value asks of a resource; undefined where it cannot be understood. */
export function testOf(type: FhirReadType, parameter: Parameter, value: string): Test | undefined {
  switch (parameter.kind) {
    case 'date': {
      const asked = dateAsked(value);
      if (asked === undefined) return undefined;
      return ({ found, lastUpdated }) =>
        parameter.of === 'lastUpdated'
          ? isAsAsked({ start: lastUpdated, end: lastUpdated }, asked)
          : found.date !== undefined && isAsAsked(found.date, asked);
    }
    case 'token':
      return ({ found }) => found[parameter.of]?.some((coding) => isToken(coding, value)) ?? false;
    case 'status':
      return ({ found }) => found.status !== undefined && found.status === (value.split('|').at(-1) ?? '');
    case 'id':
      return ({ resource }) => resource.id === value;
    case 'person':
      return () => true;
    case 'reference': {
      // A target may be of any type, and then says which.
      const wanted = value.includes('/') || type === 'Provenance' ? value : `${parameter.to}/${value}`;
      return ({ resource }) => referencesIn(resource[parameter.element]).includes(wanted);
    }
  }
}

/** `code`, `system|code`, `|code` or `system|`. */
function isToken({ system, code }: Coding, value: string): boolean {
  const at = value.indexOf('|');
  if (at === -1) return code === value;
  const [wantedSystem, wantedCode] = [value.slice(0, at), value.slice(at + 1)];
  if (wantedSystem === '') return false; // every code here has a system
  return system === wantedSystem && (wantedCode === '' || code === wantedCode);
}

export const referencesIn = (element: unknown): readonly string[] =>
  (Array.isArray(element) ? element : [element]).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'reference' in one && typeof one.reference === 'string'
      ? [one.reference]
      : [],
  );
