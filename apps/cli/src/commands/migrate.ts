import { createClient, StepwayProblem, StepwayUnreachable } from '@stepway/client';
import type { MovedJourney, MovedJourneys } from '@stepway/contracts';
import type { LevelNames, ProgrammeVersion } from '@stepway/pathway';
import { readConfiguration, readKeys } from '@stepway/platform';
import { withProgress } from '../progress.ts';
import { signToken } from '../sign-token.ts';

export interface MigrateOptions {
  readonly from: ProgrammeVersion;
  readonly to: ProgrammeVersion;
  readonly levels: LevelNames;
  readonly dry: boolean;
  readonly reason?: string;
}

export interface Migrated {
  readonly dry: boolean;
  /** One for each person, those of earlier runs not among them. */
  readonly journeys: readonly MovedJourney[];
}

/** Asks for one page; gives back what became of it. */
export type AskPage = (cursor: string | undefined) => Promise<MovedJourneys>;

/** The API refused, or could not be reached; what was moved before stays moved. */
class NotMoved extends Error {
  readonly code = 'NOT_MOVED';
}

/**
 * Moves everyone on a version to another, through the API, or says what that would change. May be ended at any time and
 * begun again: who was moved is not on the old version any more.
 */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const configuration = readConfiguration(process.env);
  const keys = readKeys(configuration.keysFile);
  const token = await signToken(keys, { issuer: configuration.issuer, role: 'programme-manager', hours: 12 });
  const address = `http://127.0.0.1:${configuration.httpPort}`;
  const title = options.dry ? 'What would change is tried' : 'Journeys are moved to the other version';
  return withProgress(title, async (say) => ({
    dry: options.dry,
    journeys: await everyPage(asker(address, token, options), (done) => say(`${done} journeys`)),
  }));
}

/** @param say of how many were looked at so far */
export async function everyPage(ask: AskPage, say: (done: number) => void): Promise<readonly MovedJourney[]> {
  const journeys: MovedJourney[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await ask(cursor);
    journeys.push(...items);
    say(journeys.length);
    if (next === null) return journeys;
    cursor = next;
  }
}

function asker(address: string, token: string, { from, to, levels, dry, reason }: MigrateOptions): AskPage {
  // A page moves many journeys, one after another: it may take long, and is not sent twice.
  const stepway = createClient({ address, token, timeoutMs: 600_000 });
  const wanted = { to, levels, dry, ...(reason !== undefined && { reason }) };
  const { id, version } = from;
  return async (cursor) => {
    try {
      return await stepway.post(
        'moveJourneys',
        { id, version },
        { ...wanted, ...(cursor !== undefined && { cursor }) },
      );
    } catch (error) {
      if (!(error instanceof StepwayProblem || error instanceof StepwayUnreachable)) throw error;
      throw new NotMoved(`The API did not move them: ${whyNot(error)}. Run it again to go on.`);
    }
  };
}

function whyNot(error: StepwayProblem | StepwayUnreachable): string {
  if (error instanceof StepwayUnreachable) return 'it did not answer';
  const { title, errors = [] } = error.details;
  return [title, ...errors.map(({ pointer, message }) => `${pointer} ${message}`)].join('; ');
}

/** The result for a person at a terminal: one line each, then the sum. */
export function migratedInWords({ dry, journeys }: Migrated): string {
  const of = (outcome: MovedJourney['outcome']) => journeys.filter((one) => one.outcome === outcome);
  const refused = of('refused');
  const done = dry ? of('would-move').length : of('moved').length;
  return [
    ...of('would-move').map(({ episodeId, change }) => `${episodeId}  ${changeInWords(change)}`),
    ...refused.map(({ episodeId, refusal }) => `${episodeId}  refused: ${refusal?.title}${at(refusal?.rejection)}`),
    `${done} journeys ${dry ? 'would be moved' : 'were moved'}, ${refused.length} ${dry ? 'would be ' : ''}refused.`,
  ].join('\n');
}

function changeInWords(change: MovedJourney['change']): string {
  if (change === undefined) return 'nothing changes';
  const { levels, deadlines, goals, tasks, dispositions, moves } = change;
  const parts = [
    ...Object.entries(levels).map(([before, after]) => `${before} is called ${after}`),
    ...deadlines.map(({ cause, before, after }) => `${cause.replaceAll('-', ' ')} ${day(before)} → ${day(after)}`),
    ...goals.added.map((domain) => `goal asked for: ${domain}`),
    ...goals.removed.map((domain) => `goal no longer asked for: ${domain}`),
    ...tasks.opened.map(({ kind }) => `task: ${kind}`),
    ...tasks.ended.map(({ kind }) => `task ends: ${kind}`),
    ...dispositions.map(
      ({ specimenId, drugClass, before, after }) => `${drugClass} of ${specimenId}: ${before ?? 'new'} → ${after}`,
    ),
    ...moves.map(({ type }) => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()),
  ];
  return parts.length === 0 ? 'nothing changes' : parts.join('; ');
}

const day = (at: string | null): string => (at === null ? 'not waited for' : at.slice(0, 16).replace('T', ' '));

const at = (rejection: Record<string, unknown> | undefined): string => {
  const level = rejection?.['level'];
  return typeof level === 'string' ? ` (${level})` : '';
};
