import type { ClinicalMessage } from '@stepway/clinical-codes';
import type { FactOutcome, InboxQuestion, QuarantineReason, Sender } from '@stepway/contracts';
import type { EventLog, Recorder } from '@stepway/event-log';
import type { Settlement, WaitingMessage } from '@stepway/inbox';
import { NoPatientKey, type Privacy } from '@stepway/privacy';
import { findJourney } from './find-journey.ts';
import { matchPerson } from './match-person.ts';
import { readers } from './readers.ts';
import { mayBeSent, recordFact } from './record-fact.ts';

export interface TakeTools {
  readonly log: EventLog;
  readonly recorder: Recorder;
  readonly privacy: Privacy;
  readonly findSender: (senderId: string) => Promise<Sender | undefined>;
  readonly touch: (episodeId: string) => void;
  readonly now: () => Date;
}

const waitsFor = (
  reason: QuarantineReason,
  outcome: readonly FactOutcome[] = [],
  questions: readonly InboxQuestion[] = [],
): Settlement => ({ state: 'quarantined', reason, questions, outcome });

/**
 * Makes facts of one message: read, whose it is, recorded. What is certain is recorded at once; whatever is not waits for
 * a person. Taken twice it changes nothing.
 * @throws what a server that is away throws: the message then waits on
 */
export async function takeMessage(waiting: WaitingMessage, tools: TakeTools): Promise<Settlement> {
  const sender = await tools.findSender(waiting.senderId);
  if (sender === undefined) return waitsFor('not-allowed');
  const reading = readers[waiting.channel](waiting.body, sender);
  if (!reading.read)
    return reading.reason === 'nothing-in-it' && sender.leavesAside.includes('other-content')
      ? { state: 'left-aside' }
      : waitsFor(reading.reason);
  const { message } = reading;
  if (message.facts.length === 0 && message.questions.length === 0) return waitsFor('nothing-in-it');
  // Of several people none is looked for: whose is whose is for a person to say.
  if (message.questions.some(({ reason }) => reason === 'several-persons'))
    return waitsFor('unclear', [], message.questions);
  const match =
    waiting.patientId === undefined
      ? await matchPerson(message.person, sender, tools.privacy.identities)
      : ({ outcome: 'found', patientId: waiting.patientId } as const);
  if (match.outcome === 'nobody-found' && match.isTold && sender.leavesAside.includes('people-not-here'))
    return { state: 'left-aside' };
  if (match.outcome !== 'found') return waitsFor(match.outcome);
  try {
    return await recordAll(message, match.patientId, sender, tools);
  } catch (error) {
    // Erased meanwhile: nobody is there any more of whom it could speak.
    if (error instanceof NoPatientKey) return waitsFor('nobody-found');
    throw error;
  }
}

async function recordAll(
  { facts, questions }: ClinicalMessage,
  patientId: string,
  sender: Sender,
  tools: TakeTools,
): Promise<Settlement> {
  const outcome: FactOutcome[] = [];
  for (const fact of facts) {
    if (!mayBeSent(fact.type) || !sender.commands.includes(fact.type)) return waitsFor('not-allowed', outcome);
    const found = await findJourney(fact, patientId, tools);
    if (found === undefined) return waitsFor('no-journey', outcome);
    const { episodeId, journey } = found;
    if (!sender.siteIds.includes(journey.siteId)) return waitsFor('elsewhere', outcome);
    const { senderId } = sender;
    const now = tools.now().toISOString();
    const recorded = await recordFact({ fact, episodeId, patientId, senderId, now }, tools);
    outcome.push(recorded.outcome);
    if (recorded.attention) tools.touch(episodeId);
  }
  if (outcome.some((one) => one.outcome === 'rejected')) return waitsFor('rejected', outcome, questions);
  return questions.length > 0 ? waitsFor('unclear', outcome, questions) : { state: 'taken', outcome };
}
