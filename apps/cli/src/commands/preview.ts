import { faultsOf, previewCommands, PreviewRequest, type FieldFault, type Preview } from '@stepway/contracts';
import type { Programme } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { leaveOutText } from '@stepway/privacy';
import { previewJourney } from '@stepway/read-models';
import { readJson } from '../read-json.ts';
import { programmeAsked } from '../simulate/programme-asked.ts';

/** What the file of a test patient asks for cannot be tried. */
export class NotATestPatient extends Error {
  readonly code = 'NOT_A_TEST_PATIENT';
  constructor(file: string, faults: readonly FieldFault[]) {
    super([`${file} cannot be tried:`, ...faults.map(({ pointer, message }) => `  ${pointer}  ${message}`)].join('\n'));
  }
}

/** What came of a test patient, and by whose names and clocks it is told. */
interface Previewed {
  readonly preview: Preview;
  readonly programme: Programme;
  readonly timeZone: string;
}

/**
 * A test patient's journey by a programme (`id`, `id@version` or a file not yet published), in memory.
 * @throws NotATestPatient; FileUnreadable, ProgrammeFileInvalid, NotPublished
 */
export function preview(asked: string, file: string): Previewed {
  const published = readProgrammes(programmesDir(process.env));
  const programme: Programme = programmeAsked(asked, published);
  const request = PreviewRequest.safeParse(readJson(file));
  if (!request.success) throw new NotATestPatient(file, faultsOf(request.error));
  const read = previewCommands(request.data, programme);
  if ('faults' in read) throw new NotATestPatient(file, read.faults);
  const commands = read.commands.map(({ at, command }) => ({ at, command: leaveOutText(command) }));
  const opening = commands.flatMap(({ command }) => (command.type === 'OpenEpisode' ? [command] : []))[0];
  const calendar = opening && published.site(opening.siteId);
  if (calendar === undefined)
    throw new NotATestPatient(file, [
      { pointer: '/commands', message: 'none of them opens an episode at a site that is known here' },
    ]);
  const { until } = request.data;
  const told = previewJourney({ commands, ...(until !== undefined && { until }) }, { programme, calendar });
  return { preview: told, programme, timeZone: calendar.timeZone };
}

/** The story for a person, in the clinic's own time: what was decided and why, what began, what is waited for. */
export function previewInWords({ preview: told, programme, timeZone }: Previewed): string {
  const { episode, events, decisions, refused } = told;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const time = (at: string): string => clock.format(new Date(at));
  const level = (id: string): string => programme.levels[id]?.title ?? id;
  const lines = [
    // Of a test, the rule that decided; of a move, all that were tried: each must let it through.
    ...decisions.map(({ at, about: subject, sentence, rules }) => ({
      at,
      line: sentence,
      rules: subject === 'drug-test' ? rules.filter(({ held }) => held === true) : rules,
    })),
    ...events
      .filter(({ type }) => shown.test(type))
      .map(({ occurredAt, type, data }) => ({
        at: occurredAt,
        line: `${inWords(type)}${about(data, { time, level })}`,
        rules: [],
      })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [
    `${programme.title} (${programme.id} v${programme.version}): a test patient's journey, ${events.length} events. Times are of ${timeZone}.`,
    ...lines.flatMap(({ at, line, rules }) => [
      `${time(at)}  ${line}`,
      ...rules.map(
        ({ rule, held, saw }) => `                    ${mark(held)} ${rule}: ${saw.replaceAll(instant, time)}`,
      ),
    ]),
    ...refused.map(
      ({ index, command, rejection }) => `Command ${index + 1}, ${command}, is refused: ${String(rejection['type'])}.`,
    ),
    episode === null
      ? 'No episode was opened.'
      : `At the end: ${episode.status}${episode.level === null ? '' : `, in ${level(episode.level)}`}; ${episode.tasks.length} open tasks${
          episode.nextDue === null ? '' : `; next due ${time(episode.nextDue.at)} (${spaced(episode.nextDue.cause)})`
        }.`,
  ].join('\n');
}

/** What a rule did beside deciding; what was asked for stands in the file. */
const shown =
  /^(Transition(?!Considered)|TaskOpened|TaskEscalated|Admitted|EpisodeDischarged|HandOff|ReviewDue|ContactLost|AttendanceWeekClosed|DrugTestScheduled)/;
const instant = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;
const spaced = (code: string): string => code.replaceAll('-', ' ');
const inWords = (type: string): string => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
const mark = (held: boolean | 'unknown'): string => (held === true ? '+' : held === false ? '-' : '?');

/** What a reader asks of an event, in this order; a field that is not named here says nothing to them. */
const asked = {
  kind: 'code',
  level: 'level',
  from: 'level or time',
  to: 'level',
  cause: 'code',
  role: 'code',
  dueAt: 'time',
  handOffDueAt: 'time',
  deadlineAt: 'time',
} as const;

function about(
  data: Readonly<Record<string, unknown>>,
  { time, level }: Readonly<Record<'time' | 'level', (value: string) => string>>,
): string {
  const words = Object.entries(asked).flatMap(([field, as]) => {
    const value = data[field];
    if (typeof value !== 'string') return [];
    const name = field === 'role' ? 'for' : inWords(field).replace(/ at$/, '');
    const isTime = as === 'time' || /^\d{4}-.*Z$/.test(value);
    const said = isTime ? time(value) : as === 'code' ? spaced(value) : level(value);
    return [field === 'kind' ? said : `${name} ${said}`];
  });
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}
