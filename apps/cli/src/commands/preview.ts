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

/**
 * A test patient's journey by a programme (`id`, `id@version` or a file not yet published), in memory.
 * @throws NotATestPatient; FileUnreadable, ProgrammeFileInvalid, NotPublished
 */
export function preview(asked: string, file: string): Preview {
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
  return previewJourney({ commands, ...(until !== undefined && { until }) }, { programme, calendar });
}

/** The story for a person: what was decided and why, what began, what is waited for. */
export function previewInWords({ programme, episode, events, decisions, refused }: Preview): string {
  const told = [
    // Of a test, the rule that decided; of a move, all that were tried: each must let it through.
    ...decisions.map(({ at, about: subject, sentence, rules }) => ({
      at,
      line: sentence,
      rules: subject === 'drug-test' ? rules.filter(({ held }) => held === true) : rules,
    })),
    ...events
      .filter(({ type }) => shown.test(type))
      .map(({ occurredAt, type, data }) => ({ at: occurredAt, line: `${inWords(type)}${about(data)}`, rules: [] })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [
    `${programme.id} version ${programme.version}: a test patient's journey, ${events.length} events.`,
    ...told.flatMap(({ at, line, rules }) => [
      `${at.slice(0, 16).replace('T', ' ')}  ${line}`,
      ...rules.map(({ rule, held, saw }) => `                    ${mark(held)} ${rule}: ${saw}`),
    ]),
    ...refused.map(
      ({ index, command, rejection }) => `Command ${index + 1}, ${command}, is refused: ${String(rejection['type'])}.`,
    ),
    episode === null
      ? 'No episode was opened.'
      : `At the end: ${episode.status}${episode.level === null ? '' : `, in ${episode.level}`}; ${episode.tasks.length} open tasks${
          episode.nextDue === null
            ? ''
            : `; next due ${episode.nextDue.at.slice(0, 16).replace('T', ' ')} (${episode.nextDue.cause})`
        }.`,
  ].join('\n');
}

/** What a rule did beside deciding; what was asked for stands in the file. */
const shown =
  /^(Transition(?!Considered)|TaskOpened|TaskEscalated|Admitted|EpisodeDischarged|HandOff|ReviewDue|ContactLost|AttendanceWeekClosed|DrugTestScheduled)/;
const inWords = (type: string): string => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
const mark = (held: boolean | 'unknown'): string => (held === true ? '+' : held === false ? '-' : '?');

function about(data: Readonly<Record<string, unknown>>): string {
  const words = ['kind', 'from', 'to', 'level', 'cause', 'role', 'dueAt', 'handOffDueAt', 'deadlineAt'].flatMap(
    (field) =>
      typeof data[field] === 'string' ? [`${field.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase()} ${data[field]}`] : [],
  );
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}
