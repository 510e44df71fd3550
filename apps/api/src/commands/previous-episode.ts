import type { Recorder } from '@stepway/event-log';
import type { Command } from '@stepway/pathway';
import { invalid } from '../http/problem.ts';
import { rejectionProblem } from './rejection-problem.ts';

/**
 * An episode may be linked to one of the same person that has ended: what another journey knows, its own rules cannot.
 * A wish that was granted before is not asked again: its retry gives the first answer.
 * @throws ProblemError 400 where there is no such episode of this person, 409 where it is still open
 */
export async function mustHaveEnded(
  command: Command<string>,
  episodeId: string,
  recorder: Pick<Recorder, 'journey' | 'knownJourney'>,
): Promise<void> {
  if (command.type !== 'OpenEpisode' || command.previousEpisodeId === undefined) return;
  if ((await recorder.knownJourney(episodeId)).status !== 'not-opened') return;
  const previous = await recorder.journey(command.previousEpisodeId);
  if (previous.status === 'not-opened' || previous.patientId !== command.patientId)
    throw invalid([{ pointer: '/previousEpisodeId', message: 'There is no such episode of this person' }]);
  if (previous.status !== 'discharged') throw rejectionProblem(command.type, { type: 'EpisodeAlreadyOpen' });
}
