import { appendHistories, beginHistory, type History } from '@stepway/event-log';
import {
  addDays,
  commandOf,
  daysApart,
  localDate,
  startOfDay,
  type Actor,
  type CareEvent,
  type Command,
  type Instant,
  type SiteCalendar,
} from '@stepway/pathway';
import { chance } from '../chance.ts';
import { inventedPerson } from '../simulated/invented-person.ts';
import type { Plan } from '../simulated/plan.ts';
import { simulatedSafety } from '../simulated/safety.ts';
import { simulatedStaff } from '../simulated/staff.ts';
import type { Stack } from '../stack.ts';
import { continuedCare } from './continued-care.ts';
import { people, type TrialPerson } from './people.ts';
import { readTables } from './tables.ts';
import { trialCalendar } from './trial-calendar.ts';
import { trialFacts, type TrialFact, type Wish } from './trial-facts.ts';
import { writeHistory } from './write-history.ts';

const caller = 'import-ctn0094';
const laboratory: Actor = { id: caller, kind: 'system', role: 'system' };
const peopleAtOnce = 40;

export interface ImportOptions {
  readonly folder: string;
  readonly now: Instant;
  /** Facts shuffled within each week, every tenth sent twice: the outcome must be the same. */
  readonly disorder?: boolean;
  readonly say?: (detail: string) => void;
}

export interface Imported {
  readonly people: number;
  /** Journeys that were here already: nothing was added to them. */
  readonly known: number;
  readonly journeys: number;
  readonly events: number;
  /** What the rules would not grant, by rejection. */
  readonly rejected: Readonly<Record<string, number>>;
}

/**
 * Writes the trial's people as journeys, through the same rules as everything else, each fact at its own time.
 * Person and day identify a fact, and a journey is written whole or not at all: importing twice adds nothing.
 */
export async function importCtn0094(stack: Stack, options: ImportOptions): Promise<Imported> {
  const { folder, now, say } = options;
  const { log, privacy, programmes } = stack;
  const all = people(await readTables(folder));
  await programmes.learn();
  const site = required(programmes.site('main'), 'site main');
  const programme = required(programmes.newest('standard-four'), 'programme standard-four');
  const idsOf = ({ who }: TrialPerson) => {
    const request = { caller, idempotencyKey: who };
    return {
      patientId: privacy.requests.derivedId('patient', request),
      episodeId: privacy.requests.derivedId('episode', request),
    };
  };

  await privacy.identities.createMany(
    all.map((person) => ({ patientId: idsOf(person).patientId, person: inventedPerson(person.who) })),
  );

  const firstImportAt = (await keptFirstImport(stack, all, idsOf, site)) ?? now;
  const rejected: Record<string, number> = {};
  const count = { known: 0, journeys: 0, events: 0 };

  for (let start = 0; start < all.length; start += peopleAtOnce) {
    const histories: History[] = [];
    for (const person of all.slice(start, start + peopleAtOnce)) {
      const { patientId, episodeId } = idsOf(person);
      if ((await log.readStream(episodeId)).events.length > 0) {
        count.known += 1;
        continue;
      }
      const hashes = new Map<string, Uint8Array>();
      const hashOf = ({ commandId }: Command) => required(hashes.get(commandId), 'the hash of a command');
      const history = beginHistory({ episodeId, contextFor: programmes.contextFor, commandHash: hashOf });
      const calendar = trialCalendar(person, firstImportAt, site);
      const facts = [
        ...trialFacts(person, calendar, { patientId, programme }),
        ...continuedCare(person, calendar, now),
      ];
      const send = async (wish: Wish, key: string, at: Instant, plan?: Plan): Promise<readonly CareEvent[]> => {
        const commandId = privacy.requests.commandId({ caller, idempotencyKey: `${person.who}.${key}` });
        const envelope = {
          commandId,
          actor: plan?.actor ?? laboratory,
          occurredAt: at,
          ...(wish.reason !== undefined && { reason: wish.reason }),
        };
        const plain = commandOf(wish.type, wish.fields, envelope);
        const command = await privacy.seals.sealCommand(plain, { patientId, episodeId });
        hashes.set(commandId, await privacy.requests.bodyHash(patientId, wish));
        const result = history.record(command, at);
        if (result.outcome === 'rejected')
          rejected[`${wish.type}: ${result.rejection.type}`] =
            (rejected[`${wish.type}: ${result.rejection.type}`] ?? 0) + 1;
        return result.outcome === 'recorded' ? result.events : [];
      };
      const [staff, safety] = [simulatedStaff(person.who, programme), simulatedSafety(person.who, programme)];
      await writeHistory(
        history,
        {
          facts: options.disorder ? inDisorder(facts, person.who) : facts,
          react: (event) => [...staff(event), ...safety(event)],
          until: now,
        },
        send,
      );
      histories.push(history);
    }
    const written = await appendHistories(log, histories);
    count.journeys += written.journeys;
    count.events += written.events;
    say?.(`${Math.min(start + peopleAtOnce, all.length)} of ${all.length} people, ${count.events} care events`);
  }
  return { people: all.length, ...count, rejected };
}

/** The opening stays first: nobody can record a fact of a journey that is not there. */
function inDisorder(facts: readonly TrialFact[], who: string): TrialFact[] {
  const [open, ...others] = facts.toSorted(
    (a, b) => Number(b.key.startsWith('open')) - Number(a.key.startsWith('open')),
  );
  const draw = chance('disorder', who);
  const weeks = [...Map.groupBy(others, ({ day }) => Math.floor(day / 7)).entries()].sort(([a], [b]) => a - b);
  const shuffled = weeks.flatMap(([, week]) => draw.shuffle(week));
  const doubled = shuffled.flatMap((fact, index) => (index % 10 === 9 ? [fact, fact] : [fact]));
  return open === undefined ? doubled : [open, ...doubled];
}

/** The moment of the first import, from a journey that it left; its shift of the calendar is kept. */
async function keptFirstImport(
  { log }: Stack,
  all: readonly TrialPerson[],
  idsOf: (person: TrialPerson) => { episodeId: string },
  site: SiteCalendar,
): Promise<Instant | undefined> {
  const probe = '2020-01-01T12:00:00.000Z';
  for (const person of all.slice(0, peopleAtOnce)) {
    const opened = (await log.readStream(idsOf(person).episodeId)).events[0];
    if (opened === undefined) continue;
    const openDay = person.randomization ? 0 : person.firstDay;
    const asIfImportedAtProbe = localDate(trialCalendar(person, probe, site).at(openDay, 0), site);
    const shift = daysApart(asIfImportedAtProbe, localDate(opened.occurredAt, site));
    return startOfDay(addDays(localDate(probe, site), shift), site);
  }
  return undefined;
}

function required<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`This deployment lacks ${what}`);
  return found;
}
