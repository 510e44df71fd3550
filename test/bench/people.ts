import type { ApiClient } from './api-client.ts';
import { chance } from './chance.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const panel = [
  'opioids',
  'methadone',
  'buprenorphine',
  'cocaine',
  'benzodiazepines',
  'amphetamines',
  'fentanyl',
  'alcohol',
];

/** Somebody in intensive outpatient care, with a clock of their own that goes forward with each fact. */
export interface Person {
  readonly episodeId: string;
  /** Epoch ms of the last fact. */
  at: number;
  facts: number;
  readonly openGoals: string[];
}

export interface Sending {
  readonly path: string;
  readonly body: object;
}

const iso = (at: number): string => new Date(at).toISOString();

/** Admits people to IOP through the API, so many at a time. */
export async function admitPeople(client: ApiClient, count: number, daysAgo: number): Promise<readonly Person[]> {
  const people: Person[] = [];
  const queue = Array.from({ length: count }, (_, n) => n).values();
  const admitter = async (): Promise<void> => {
    for (const _ of queue) people.push(await admit(client, Date.now() - daysAgo * dayMs));
  };
  await Promise.all(Array.from({ length: 16 }, admitter));
  return people;
}

async function admit(client: ApiClient, at: number): Promise<Person> {
  const name = { given: 'Wren', family: 'Exampleton' };
  const { patientId } = await client.post('/v1/patients', { name, birthDate: '1980-02-03' });
  const opened = await client.post('/v1/episodes', {
    ...{ patientId, programme: 'standard-four', siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' },
    occurredAt: iso(at),
  });
  const episodeId = String(opened['episodeId']);
  await client.post(`/v1/episodes/${episodeId}/admit`, { level: 'iop', attendedAt: iso(at), occurredAt: iso(at) });
  return { episodeId, at, facts: 0, openGoals: [] };
}

/** What a clinic sends, by how often: 60 % sessions, 30 % drug tests of eight classes, 10 % goals with their texts. */
export function clinicsDay(people: readonly Person[], seed: number): () => Sending {
  const draw = chance(seed);
  let turn = 0;
  return () => {
    const person = people[turn % people.length];
    if (person === undefined) throw new Error('There are no people');
    turn += 1;
    person.facts += 1;
    // A fact or so a day, in order, and never in the future.
    person.at = Math.min(person.at + (18 + draw() * 12) * hourMs, Date.now() - hourMs);
    const roll = draw();
    if (roll < 0.6) return session(person, draw);
    if (roll < 0.9) return drugTest(person, draw);
    return goal(person);
  };
}

export function session({ episodeId, at, facts }: Person, draw: () => number): Sending {
  const attended = draw() < 0.85;
  return {
    path: `/v1/episodes/${episodeId}/record-session`,
    body: {
      sessionId: `session-${facts}`,
      type: 'group',
      startedAt: iso(at - 2 * hourMs),
      minutes: attended ? 120 : 0,
      attendance: attended ? 'attended' : 'missed',
      ...(!attended && { reason: 'Called in the morning; the bus did not run.' }),
    },
  };
}

/** One test in ten is positive by the screen, one in forty is a definitive positive: that one moves somebody. */
function drugTest({ episodeId, at, facts }: Person, draw: () => number): Sending {
  const roll = draw();
  const stage = roll < 0.025 ? 'definitive' : 'presumptive';
  const positive = roll < 0.125 ? panel[Math.floor(draw() * panel.length)] : undefined;
  return result(episodeId, `S-${facts}-${episodeId}`, at, { stage, positive });
}

/** A definitive positive: the fact that moves a person from IOP to the next level up. */
export const movingResult = (episodeId: string): Sending =>
  result(episodeId, `S-moving-${episodeId}`, Date.now() - 3 * hourMs, { stage: 'definitive', positive: 'cocaine' });

function result(
  episodeId: string,
  specimenId: string,
  at: number,
  { stage, positive }: { readonly stage: string; readonly positive: string | undefined },
): Sending {
  return {
    path: `/v1/episodes/${episodeId}/record-drug-test-result`,
    body: {
      specimenId,
      collectedAt: iso(at),
      reportedAt: iso(at + hourMs / 2),
      status: 'final',
      validity: { finding: 'valid', creatinineMgDl: 96, specificGravity: 1.015, temperature: 'in-range' },
      results: panel.map((drugClass) => ({
        drugClass,
        outcome: drugClass === positive ? 'positive' : 'negative',
        stage,
        ...(stage === 'definitive' && drugClass === positive && { amount: 820, unit: 'ng/mL', cutoff: 300 }),
      })),
    },
  };
}

function goal({ episodeId, facts, openGoals }: Person): Sending {
  const goalId = openGoals.shift();
  if (goalId !== undefined) {
    const evidence = 'Told in the group of the week how the evenings went without it.';
    return { path: `/v1/episodes/${episodeId}/complete-goal`, body: { goalId, evidence } };
  }
  const goals = ['support-network', 'relapse-prevention', 'employment-education'].map((domain) => ({
    goalId: `${domain}-${facts}`,
    domain,
    text: 'Calls two people who are well before each weekend, and writes down what helped.',
  }));
  openGoals.push(...goals.map((one) => one.goalId));
  return { path: `/v1/episodes/${episodeId}/set-goals`, body: { goals } };
}
