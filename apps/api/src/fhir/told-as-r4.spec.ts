import { createHash } from 'node:crypto';
import { tellJourney, type ReadIds, type ReadResource } from '@stepway/clinical-codes';
import { fhirReadTypes } from '@stepway/contracts';
import type { CareEvent, ConsentInformation, EventType, OpenedJourney } from '@stepway/pathway';
import { faultsByR4 } from './specs/definitions.ts';
import { livedJourneys } from './specs/lived-journeys.ts';

const journeys = livedJourneys(Number(process.env['STEPWAY_FHIR_JOURNEYS'] ?? 40), 7);

const idsOf = ({ patientId, episodeId }: OpenedJourney): ReadIds => ({
  ...{ patient: patientId, episode: episodeId },
  of: (kind, key) => createHash('sha256').update(`${episodeId}/${kind}/${key}`).digest('hex').slice(0, 40),
});
const known = { name: { given: 'Ada', family: 'Canary' }, birthDate: '1980-02-03', sex: 'female' };
const everything = (journey: OpenedJourney): readonly ReadResource[] =>
  tellJourney({
    ...{ journey, known, ids: idsOf(journey), numbers: true },
    ...{ may: () => true, showsConsent: () => true, roundTheClock: (level) => level === 'residential' },
  });
const all = journeys.map((journey) => ({ journey, told: everything(journey) }));

const referencesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]): readonly string[] =>
    name === 'reference' && typeof part === 'string' ? [part] : referencesIn(part),
  );
};

describe('journeys of every kind, told in R4', () => {
  it('are as the definitions of HL7 say, resource by resource', () => {
    const faults = all.flatMap(({ told }) =>
      told.flatMap(({ resource }) => faultsByR4(resource).map((fault) => `${resource.resourceType}: ${fault}`)),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('have all kinds of resources among them, but the trail', () => {
    const found = new Set(all.flatMap(({ told }) => told.map(({ resource }) => resource.resourceType)));
    expect(fhirReadTypes.filter((type) => !found.has(type))).toEqual(['AuditEvent']);
  });

  it('have each id once, and one that R4 takes', () => {
    for (const { told } of all) {
      const ids = told.map(({ resource }) => `${resource.resourceType}/${resource.id}`);
      expect(new Set(ids).size).toBe(ids.length);
      expect(told.filter(({ resource: { id } }) => !/^[A-Za-z0-9.-]{1,64}$/.test(id))).toEqual([]);
    }
  });

  it('refer only to what is there', () => {
    for (const { told } of all) {
      const there = new Set(told.map(({ resource }) => `${resource.resourceType}/${resource.id}`));
      expect(told.flatMap(({ resource }) => referencesIn(resource)).filter((one) => !there.has(one))).toEqual([]);
    }
  });

  it('say when each was last changed, never after the last event', () => {
    for (const { journey, told } of all)
      expect(told.filter(({ lastUpdated }) => lastUpdated > journey.recordedAt || lastUpdated === '')).toEqual([]);
  });

  it('are the same when they are told again', () => {
    for (const { journey, told } of all) expect(everything(journey)).toEqual(told);
  });
});

describe('a journey told by less than all', () => {
  const byType: Readonly<Partial<Record<EventType, ConsentInformation>>> = {
    SessionRecorded: 'attendance',
    DrugTestResultRecorded: 'drug-test-results',
    GoalsSet: 'goals-and-plan',
    MedicationRecorded: 'medications',
    Admitted: 'level-of-care',
    EpisodeOpened: 'level-of-care',
  };
  const factOf = (event: CareEvent): string => (event.type === 'FactWithdrawn' ? event.data.fact : event.type);
  const told = (journey: OpenedJourney, kinds: readonly ConsentInformation[]) =>
    tellJourney({
      ...{ journey, known: undefined, ids: idsOf(journey), numbers: false, roundTheClock: () => false },
      ...{ showsConsent: () => false, may: (by) => kinds.some((kind) => kind === byType[by]) },
    });

  it('has nothing else, and still refers only to what is there', () => {
    const types: Readonly<Partial<Record<ConsentInformation, readonly string[]>>> = {
      attendance: ['Encounter'],
      'drug-test-results': ['Observation'],
      'goals-and-plan': ['CarePlan', 'Goal'],
      medications: ['MedicationStatement'],
      'level-of-care': ['EpisodeOfCare', 'Encounter'],
    };
    for (const [kind, wanted] of Object.entries(types))
      for (const { journey } of all) {
        const found = told(journey, [kind as ConsentInformation]);
        const names = new Set(found.map(({ resource }) => resource.resourceType));
        for (const name of names) expect(['Patient', 'Provenance', ...wanted]).toContain(name);
        const there = new Set(found.map(({ resource }) => `${resource.resourceType}/${resource.id}`));
        expect(found.flatMap(({ resource }) => referencesIn(resource)).filter((one) => !there.has(one))).toEqual([]);
        expect(found.flatMap(({ resource }) => faultsByR4(resource))).toEqual([]);
      }
  });

  it('does not say that a goal was reached, or somebody moved, to who may know only how it began', () => {
    const seen = { reached: 0, moved: 0 };
    for (const { journey } of all) {
      const found = told(journey, ['goals-and-plan', 'level-of-care']).map(({ resource }) => resource);
      const states = new Set(found.flatMap(({ lifecycleStatus }) => lifecycleStatus ?? []));
      expect([...states].filter((state) => state !== 'active')).toEqual([]);
      if (journey.goals.some(({ state }) => state === 'achieved')) seen.reached += 1;
      if (journey.stays.length < 2) continue;
      seen.moved += 1;
      const stays = found.filter(({ resourceType }) => resourceType === 'Encounter');
      expect(stays.map(({ status, period }) => [status, Object.keys(Object(period))])).toEqual([
        ['unknown', ['start']],
      ]);
      const levels = found.filter(({ resourceType, type }) => resourceType === 'EpisodeOfCare' && type !== undefined);
      expect(levels).toEqual([]);
    }
    expect([seen.reached > 0, seen.moved > 0]).toEqual([true, true]);
  });

  it('does not say by when it changed that something else was recorded', () => {
    for (const { journey } of all) {
      const recorded = new Set<string>([journey.openedAt]);
      for (let one: typeof journey.told | undefined = journey.told; one !== undefined; one = one.before)
        if (factOf(one.event) === 'SessionRecorded') recorded.add(one.event.recordedAt);
      const moments = told(journey, ['attendance']).map(({ lastUpdated }) => lastUpdated);
      expect(moments.filter((one) => !recorded.has(one))).toEqual([]);
    }
  });

  it('has no number, staff or name of the house in it', () => {
    for (const { journey } of all) {
      const text = JSON.stringify(told(journey, Object.values(byType)));
      expect(text).not.toMatch(/identifier\/(?!site|recipient)|Canary|person-1/);
    }
  });

  it('does not say of somebody who left that they are there, nor that they left', () => {
    const gone = all.filter(({ journey }) => journey.status === 'discharged');
    expect(gone.length).toBeGreaterThan(0);
    for (const { journey } of gone) {
      const found = told(journey, ['level-of-care']);
      const episode = found.find(({ resource }) => resource.resourceType === 'EpisodeOfCare')?.resource;
      expect(episode?.['status']).toBeUndefined();
      expect(episode?.['period']).not.toHaveProperty('end');
    }
  });
});
