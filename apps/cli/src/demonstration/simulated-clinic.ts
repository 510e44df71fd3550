import { appendHistories, beginHistory, type History } from '@stepway/event-log';
import {
  addDays,
  commandOf,
  daysApart,
  localDate,
  type Command,
  type Instant,
  type Programme,
  type Site,
} from '@stepway/pathway';
import { writeHistory } from '../ctn0094/write-history.ts';
import { invent } from '../simulate/person.ts';
import { live } from '../simulate/live.ts';
import { inventedPerson } from '../simulated/invented-person.ts';
import type { Plan } from '../simulated/plan.ts';
import type { Stack } from '../stack.ts';
import { allowsHousing } from './housing.ts';
import { morning, type SimulatedHistory } from './morning.ts';

const caller = 'simulated-clinic';
const seed = 7;
/** Beside the people of the trial, whose record has no questionnaires, emergencies or groups. */
const people = 90;
const comeWithinDays = 364;

export interface SimulatedClinic {
  readonly people: number;
  readonly journeys: number;
  readonly events: number;
  /** What the rules would not grant, by rejection. */
  readonly rejected: Readonly<Record<string, number>>;
}

/**
 * Writes invented people beside those of the trial, by the same rules: what they lived through in the last year, and a
 * morning with something to do. Their record numbers begin with SIM. Doing it twice adds nothing.
 */
export async function simulatedClinic(stack: Stack, now: Instant): Promise<SimulatedClinic> {
  const { log, privacy, programmes } = stack;
  await programmes.learn();
  const [site, programme] = [programmes.site('main'), programmes.newest('standard-four')];
  if (site === undefined || programme === undefined) throw new Error('This deployment lacks the demonstration’s site');
  const idOf = (kind: 'patient' | 'episode', key: string) =>
    privacy.requests.derivedId(kind, { caller, idempotencyKey: key });

  const all = [...cohort(now, site, programme, (key) => idOf('episode', key)), ...morning(now, programme, site.siteId)];
  await privacy.identities.createMany(all.map(({ key }) => ({ patientId: idOf('patient', key), person: person(key) })));
  const rejected: Record<string, number> = {};
  const histories: History[] = [];
  for (const { key, plans, react = () => [] } of all) {
    const [patientId, episodeId] = [idOf('patient', key), idOf('episode', key)];
    if ((await log.readStream(episodeId)).events.length > 0) continue;
    const hashes = new Map<string, Uint8Array>();
    const commandHash = ({ commandId }: Command): Uint8Array => hashes.get(commandId) ?? new Uint8Array();
    const history = beginHistory({ episodeId, contextFor: programmes.contextFor, commandHash });
    const facts = plans.map((plan) => ({ ...plan, day: 0, wish: ofPatient(plan.wish, patientId) }));
    const byKey = new Map(plans.map((plan) => [plan.key, plan]));
    await writeHistory(history, { facts, react, until: now }, async (wish, planKey, at, answer) => {
      const actor = (answer ?? byKey.get(planKey))?.actor ?? { id: caller, kind: 'system', role: 'system' };
      const commandId = privacy.requests.commandId({ caller, idempotencyKey: `${key}.${planKey}` });
      const envelope = { commandId, actor, occurredAt: at, ...(wish.reason !== undefined && { reason: wish.reason }) };
      const command = await privacy.seals.sealCommand(commandOf(wish.type, wish.fields, envelope), {
        patientId,
        episodeId,
      });
      hashes.set(commandId, await privacy.requests.bodyHash(patientId, wish));
      const result = history.record(command, at);
      if (result.outcome === 'rejected') {
        const said = `${wish.type}: ${result.rejection.type}`;
        rejected[said] = (rejected[said] ?? 0) + 1;
      }
      return result.outcome === 'recorded' ? result.events : [];
    });
    histories.push(history);
  }
  const { journeys, events } = await appendHistories(log, histories);
  return { people: all.length, journeys, events, rejected };
}

/** The record of the one programme tells nobody of another system's key. */
function person(key: string) {
  return { ...inventedPerson(key, 'SIM'), externalIds: [] };
}

const ofPatient = (wish: Plan['wish'], patientId: string): Plan['wish'] =>
  wish.type === 'OpenEpisode' ? { ...wish, fields: { ...wish.fields, patientId } } : wish;

/** People who came over the last year, each lived until now. */
function cohort(
  now: Instant,
  site: Site,
  programme: Programme,
  episodeOf: (key: string) => string,
): readonly SimulatedHistory[] {
  const today = localDate(now, site);
  const firstDay = addDays(today, -comeWithinDays);
  return Array.from({ length: people }, (_, index) => index + 1).flatMap((number) => {
    const one = invent(number, { seed, programme, calendar: site, firstDay });
    if (one.admittedAt >= now) return [];
    const plans: Plan[] = [];
    const days = daysApart(localDate(one.admittedAt, site), today);
    const { journey } = live(
      one,
      { programme, calendar: site, days, episodeId: episodeOf(one.key) },
      () => undefined,
      (plan) => plans.push(plan),
    );
    if (journey.status === 'active') plans.push(...allowsHousing(one.key, now));
    return [{ key: one.key, plans }];
  });
}
