import { previewCommands, type Preview, type PreviewRequest } from '@stepway/contracts';
import { NeverAtRest, type Command, type Programme } from '@stepway/pathway';
import type { PublishedProgrammes } from '@stepway/platform';
import { leaveOutText } from '@stepway/privacy';
import { previewJourney } from '@stepway/read-models';
import { invalid, ProblemError } from '../http/problem.ts';

/**
 * What a programme would make of a test patient. Nothing is stored, and what was written in words is left out.
 * @throws ProblemError 400 for what its route would not take, 409 if the programme does not come to rest
 */
export function tryProgramme(programme: Programme, request: PreviewRequest, programmes: PublishedProgrammes): Preview {
  const read = previewCommands(request, programme);
  if ('faults' in read) throw invalid(read.faults);
  const commands = read.commands.map(({ at, command }) => ({ at, command: leaveOutText(command) }));
  const calendar = programmes.site(siteOf(commands.map(({ command }) => command)));
  if (calendar === undefined)
    throw invalid([{ pointer: '/commands', message: 'None of them opens an episode at a site that is known here' }]);
  try {
    return previewJourney({ commands, ...(request.until && { until: request.until }) }, { programme, calendar });
  } catch (error) {
    if (!(error instanceof NeverAtRest)) throw error;
    throw new ProblemError({
      name: 'NeverAtRest',
      status: 409,
      title: 'The rules do not come to rest',
      detail: error.message,
    });
  }
}

const siteOf = (commands: readonly Command[]): string =>
  commands.flatMap((command) => (command.type === 'OpenEpisode' ? [command.siteId] : []))[0] ?? '';
