import {
  commandOf,
  commandTypes,
  roles,
  type Command,
  type CommandType,
  type ProgrammeVersion,
} from '@stepway/pathway';
import { z } from 'zod';
import { commandBodies, type CommandBody } from '../commands/commands.ts';
import { ProgrammeVersion as Version } from '../commands/programme-version.ts';
import { faultsOf, type FieldFault } from '../faults.ts';
import { CallerId, Instant } from '../scalars.ts';
import { JourneyView } from './journey.ts';
import { DecisionView, EventView } from './on-record.ts';

const PreviewStep = z.strictObject({
  /** When it becomes known: later than it happened, where a fact comes late. */
  at: Instant,
  command: z.enum(commandTypes),
  role: z.enum(roles).default('coordinator'),
  /** Where a second person must act. Default: one for each role. */
  actorId: CallerId.optional(),
  /** As the command's route takes it; an opening needs no patient, and its programme is the one that is tried. */
  body: z.record(z.string(), z.unknown()).default({}),
});

/** Every day of it is lived through while the caller waits. */
const longestMs = 3 * 366 * 86_400_000;

/** What happens to a test patient, in the order of time; of three years at most. */
export const PreviewRequest = z
  .strictObject({
    commands: z.array(PreviewStep).min(1).max(500),
    /** How long the journey is followed. Default: until the last command. */
    until: Instant.optional(),
  })
  .superRefine(({ commands, until }, check) => {
    commands.forEach(({ at }, index) => {
      const before = commands[index - 1];
      if (before && at < before.at)
        check.addIssue({ code: 'custom', path: ['commands', index, 'at'], message: 'before the command above it' });
    });
    const [first, last] = [commands[0]?.at, commands.at(-1)?.at];
    if (first === undefined || last === undefined) return;
    if (until !== undefined && until < last)
      check.addIssue({ code: 'custom', path: ['until'], message: 'before the last command' });
    if (Date.parse(until ?? last) - Date.parse(first) > longestMs)
      check.addIssue({
        code: 'custom',
        path: until === undefined ? ['commands', commands.length - 1, 'at'] : ['until'],
        message: 'more than three years after the first command',
      });
  })
  .meta({ id: 'PreviewRequest' });
export type PreviewRequest = z.output<typeof PreviewRequest>;

/** The journey that would be lived, with all that explains it. Nothing is stored; free text is left out. */
export const Preview = z
  .object({
    programme: Version,
    episode: JourneyView.nullable(),
    events: z.array(EventView),
    decisions: z.array(DecisionView),
    /** Wishes that the rules would not grant, by their place in the request. */
    refused: z.array(
      z.object({ index: z.int(), command: z.enum(commandTypes), rejection: z.record(z.string(), z.unknown()) }),
    ),
  })
  .meta({ id: 'Preview' });
export type Preview = z.output<typeof Preview>;

/** A command of a test patient, its text still plain, and when it becomes known. */
export interface PreviewCommand {
  readonly at: string;
  readonly command: Command<string>;
}

const testPatient = '00000000-0000-4000-8000-000000000000';

/** The commands of a preview, each checked as its route would; or the faults, with their places in the request. */
export function previewCommands(
  { commands }: PreviewRequest,
  { id, version }: ProgrammeVersion,
): { readonly commands: readonly PreviewCommand[] } | { readonly faults: readonly FieldFault[] } {
  const programme: ProgrammeVersion = { id, version };
  const faults: FieldFault[] = [];
  const read = commands.flatMap(({ at, command: type, role, actorId, body }, index): readonly PreviewCommand[] => {
    const asked = type === 'OpenEpisode' ? { patientId: testPatient, ...body, programme } : body;
    const parsed = commandBodies[type].safeParse(asked, { reportInput: false });
    if (!parsed.success) {
      for (const { pointer, message } of faultsOf(parsed.error))
        faults.push({ pointer: `/commands/${index}/body${pointer}`, message });
      return [];
    }
    const { occurredAt, reason, ...fields }: CommandBody<CommandType> = parsed.data;
    const envelope = {
      commandId: `preview-${index}`,
      actor: {
        id: actorId ?? `test-${role}`,
        kind: role === 'system' ? ('system' as const) : ('person' as const),
        role,
      },
      occurredAt: occurredAt ?? at,
      ...(reason !== undefined && { reason }),
    };
    const named =
      'programme' in fields
        ? { ...fields, programme: typeof fields.programme === 'string' ? programme : fields.programme }
        : fields;
    return [{ at, command: commandOf<CommandType, string>(type, named, envelope) }];
  });
  return faults.length > 0 ? { faults } : { commands: read };
}
