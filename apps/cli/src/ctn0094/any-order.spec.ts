import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beginHistory, type History } from '@stepway/event-log';
import { commandOf, plusDays, weeklyScreens, type Actor, type CareEvent, type Instant } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { sealCommand } from '@stepway/privacy';
import { parse } from 'csv-parse/sync';
import { chance } from '../chance.ts';
import { programmeAsked } from '../simulate/programme-asked.ts';
import { simulatedSafety } from '../simulated/safety.ts';
import { simulatedStaff } from '../simulated/staff.ts';
import { continuedCare } from './continued-care.ts';
import { people, type TrialPerson } from './people.ts';
import { readTables } from './tables.ts';
import { trialCalendar } from './trial-calendar.ts';
import { trialFacts, type Wish } from './trial-facts.ts';
import { writeHistory } from './write-history.ts';

/** Spread over the three trials; all of them with `STEPWAY_TRIAL_PEOPLE=1068`. */
const peopleTried = Number(process.env['STEPWAY_TRIAL_PEOPLE'] ?? 24);
const folder = 'infra/demonstration/ctn0094';
const now = '2026-06-01T12:00:00.000Z';
/** By then every confirmation that was waited for has come, or is closed. */
const settled = plusDays(now, 30);

const programmes = readProgrammes(programmesDir({}));
const programme = programmeAsked('standard-four', programmes);
const calendar = required(programmes.sites.find(({ siteId }) => siteId === 'main'));
const laboratory: Actor = { id: 'import-ctn0094', kind: 'system', role: 'system' };

/** One thing that was told, and granted. */
interface Told {
  readonly wish: Wish;
  readonly key: string;
  readonly at: Instant;
  readonly actor: Actor;
}

const begin = ({ who }: TrialPerson): History =>
  beginHistory({
    episodeId: `ctn-${who}`,
    contextFor: (_journey, at, eventId = String) => ({ programme, calendar, now: at, eventId }),
    commandHash: () => new Uint8Array(32),
  });

function tell(history: History, { wish, key, at, actor }: Told) {
  const envelope = { commandId: key, actor, occurredAt: at, ...(wish.reason !== undefined && { reason: wish.reason }) };
  const plain = commandOf(wish.type, wish.fields, envelope);
  const sealed = sealCommand(
    plain,
    (_text, field) => ({ sealed: field }),
    (...parts) => parts.join(' '),
  );
  return history.record(sealed, at);
}

/** As the import writes it, with what staff do in answer; and all that was granted. */
async function inOrder(person: TrialPerson): Promise<{ history: History; told: readonly Told[] }> {
  const { who } = person;
  const history = begin(person);
  const course = trialCalendar(person, now, calendar);
  const subject = { patientId: `person-${who}`, programme };
  const facts = [...trialFacts(person, course, subject), ...continuedCare(person, course, now)];
  const [staff, safety] = [simulatedStaff(who, programme), simulatedSafety(who, programme)];
  const react = (event: CareEvent) => [...staff(event), ...safety(event)];
  const told: Told[] = [];
  await writeHistory(history, { facts, react, until: now }, async (wish, key, at, plan) => {
    const one = { wish, key, at, actor: plan?.actor ?? laboratory };
    const result = tell(history, one);
    if (result.outcome !== 'recorded') return [];
    told.push(one);
    return result.events;
  });
  return { history, told };
}

/**
 * The same acts told in another order, with nobody to answer. What is refused because it came before what it speaks of
 * is sent again after the rest; what then is still refused are moves that another order made moot.
 */
function retold(person: TrialPerson, told: readonly Told[]): History {
  const history = begin(person);
  for (let waiting = told; ;) {
    const refused = waiting.filter((one) => tell(history, one).outcome === 'rejected');
    if (refused.length === waiting.length || refused.length === 0) return history;
    waiting = refused;
  }
}

const doubled = (told: readonly Told[]): readonly Told[] =>
  told.flatMap((one) => [one, { ...one, key: `${one.key}.again` }]);

/** All of it, over the months of the trial; only the opening stays first: without it there is nobody to speak of. */
function shuffled({ who }: TrialPerson, [open, ...others]: readonly Told[]): readonly Told[] {
  return [required(open), ...chance('shuffled', who).shuffle(others)];
}

/** Every disposition, every established use, every week of the screening plan, once all is settled. */
function cameTo(history: History) {
  history.runDue(settled);
  const { journey } = history;
  if (journey.status === 'not-opened') throw new Error(`${journey.episodeId} was not opened`);
  const dispositions = journey.specimens.flatMap(({ specimenId, judgements }) =>
    Object.entries(judgements).map(([drugClass, { disposition }]) => `${specimenId} ${drugClass} ${disposition}`),
  );
  const uses = journey.uses.flatMap(({ useId, at, drugClasses, specimenIds, withdrawn }) =>
    withdrawn ? [] : [[useId, at, ...drugClasses.toSorted(), ...specimenIds.toSorted()].join(' ')],
  );
  const weeks = weeklyScreens(journey, { programme, calendar }).map(({ symbol }) => symbol);
  return { dispositions: dispositions.toSorted(), uses: uses.toSorted(), weeks: weeks.join('') };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is none');
  return value;
}

/** The weekly patterns that the trial published, by person: of those who were randomized. */
const published = new Map(
  parse<{ who: string; weekly_pattern: string }>(gunzipSync(readFileSync(`${folder}/weekly_pattern.csv.gz`)), {
    columns: true,
  }).map(({ who, weekly_pattern }) => [who, weekly_pattern]),
);

describe(`${peopleTried} people of the trial CTN-0094, with what staff did for them`, () => {
  it('come to the same dispositions, uses and published weeks in order, shuffled, and with everything told twice', async () => {
    const all = people(await readTables(folder));
    const tried = all.filter((_, index) => (index * peopleTried) % all.length < peopleTried);
    expect(tried).toHaveLength(peopleTried);
    const figures = { dispositions: 0, uses: 0 };
    for (const person of tried) {
      const { history, told } = await inOrder(person);
      const ordered = cameTo(history);
      const weeks = published.get(person.who);
      if (weeks !== undefined) expect([person.who, ordered.weeks]).toEqual([person.who, weeks]);
      expect(cameTo(retold(person, doubled(told)))).toEqual(ordered);
      expect(cameTo(retold(person, shuffled(person, told)))).toEqual(ordered);
      figures.dispositions += ordered.dispositions.length;
      figures.uses += ordered.uses.length;
    }
    // It says something: each person had many specimens, and some uses were established.
    expect(figures.dispositions).toBeGreaterThan(30 * peopleTried);
    expect(figures.uses).toBeGreaterThan(peopleTried);
  }, 3_600_000);
});
