import type { CareEvent, Consent, EventType, Instant, OpenedJourney } from '@stepway/pathway';
import { flags, medicationStatements, tasks } from './care.ts';
import { consents } from './consents.ts';
import { encounters, stayKey } from './encounters.ts';
import { carePlan, episodeOfCare, goals } from './episode.ts';
import type { R4Resource, SearchValues, Telling, Told } from './form.ts';
import { observations } from './observations.ts';
import { patient, type KnownAs } from './patient.ts';
import { provenances } from './provenance.ts';

/** Restricted, about substance use, under 42 CFR Part 2 (HL7 DS4P): on everything that is told of a person. */
export const securityLabels = [
  { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R', display: 'restricted' },
  { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'ETH', display: 'substance abuse information sensitivity' },
  { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: '42CFRPart2', display: '42 CFR Part2' },
] as const; // prettier-ignore

export interface ReadResource {
  readonly resource: R4Resource;
  readonly by: EventType;
  readonly found: SearchValues;
  readonly lastUpdated: Instant;
}

export interface TellJourney extends Telling {
  /** Undefined where whoever asks may see no names. */
  readonly known: KnownAs | undefined;
  readonly showsConsent: (consent: Consent) => boolean;
  /** Nothing counts as changed before: what is told by a consent is new to the recipient when that is given. */
  readonly notBefore?: Instant;
}

/** Everything that one journey is in R4, for whoever may be told so much; ids are unique in it, references resolve. */
export function tellJourney(telling: TellJourney): readonly ReadResource[] {
  const { journey, may, notBefore = '' } = telling;
  const told: readonly Told[] = [
    patient(telling, telling.known),
    ...(may('EpisodeOpened') ? [episodeOfCare(telling), ...encounters(telling)] : encounters(telling)),
    ...carePlan(telling),
    ...goals(telling),
    ...observations(telling),
    ...medicationStatements(telling),
    ...tasks(telling),
    ...flags(telling),
    ...consents(telling, telling.showsConsent),
  ];
  const { lastWith, changes } = changesOf(journey, told, may);
  const lastUpdated = ({ keys }: Told): Instant => {
    const at = lastWith(keys);
    return at > notBefore ? at : notBefore;
  };
  return [...told, ...provenances(telling, changes)].map((one) => ({
    ...{ resource: one.resource, by: one.by, found: one.found },
    lastUpdated: lastUpdated(one),
  }));
}

const changesStays: ReadonlySet<EventType> = new Set<EventType>([
  'Admitted',
  'TransitionCompleted',
  'EpisodeDischarged',
  'EpisodeReopened',
  'DeathRecorded',
  'FactWithdrawn',
]);

/**
 * Which events changed what: each has the ids of what it is about in its data. Only those that may be told: when a
 * resource changed would say that something else was recorded, and when.
 */
function changesOf(journey: OpenedJourney, told: readonly Told[], may: Telling['may']) {
  const byKey = new Map<string, R4Resource[]>();
  for (const { keys, resource } of told) for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), resource]);
  const last = new Map<string, Instant>();
  let lastOfAll = journey.openedAt;
  const changes = new Map<CareEvent, readonly R4Resource[]>();
  for (const event of eventsOf(journey)) {
    if (!may(factOf(event))) continue;
    lastOfAll = event.recordedAt;
    const keys = [event.id, ...(changesStays.has(event.type) ? [stayKey] : []), ...wordsIn(event.data)];
    for (const key of keys) last.set(key, event.recordedAt);
    const targets = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
    if (targets.length > 0 && may(event.type)) changes.set(event, targets);
  }
  const lastWith = (keys: readonly string[]): Instant =>
    keys.length === 0
      ? lastOfAll
      : keys.map((key) => last.get(key) ?? journey.openedAt).reduce((a, b) => (a > b ? a : b));
  return { lastWith, changes };
}

/** Of a fact that is taken back: what the fact was. */
const factOf = (event: CareEvent): EventType =>
  event.type === 'FactWithdrawn' ? (event.data.fact as EventType) : event.type; // the log's own name of it

/** In order. */
function eventsOf({ told }: OpenedJourney): readonly CareEvent[] {
  const events: CareEvent[] = [];
  for (let at: typeof told | undefined = told; at !== undefined; at = at.before) events.push(at.event);
  return events.reverse();
}

/** The texts directly in the data of an event, and in the things it lists: ids among them. */
function wordsIn(data: object): readonly string[] {
  return Object.values(data).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return Array.isArray(value)
      ? value.flatMap((one: unknown) =>
          typeof one === 'string' ? [one] : typeof one === 'object' && one !== null ? textsOf(one) : [],
        )
      : [];
  });
}

const textsOf = (one: object): string[] => Object.values(one).filter((value) => typeof value === 'string');
