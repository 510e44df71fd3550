import type { ClinicalFact } from '@stepway/clinical-codes';
import { commandBodies, type FactOutcome } from '@stepway/contracts';
import type { Recorder } from '@stepway/event-log';
import { commandOf, type Command, type CommandType } from '@stepway/pathway';
import type { Privacy } from '@stepway/privacy';

export interface FactOf {
  readonly fact: ClinicalFact;
  readonly episodeId: string;
  readonly patientId: string;
  readonly senderId: string;
  readonly now: string;
}

/** These name a programme, which is chosen by a person. */
type ForPeople = 'OpenEpisode' | 'MoveToProgrammeVersion';
const forPeople: readonly CommandType[] = ['OpenEpisode', 'MoveToProgrammeVersion'] satisfies ForPeople[];

export const mayBeSent = (type: CommandType): boolean => !forPeople.includes(type);

export interface FactRecorded {
  readonly outcome: FactOutcome;
  /** A run is owed. */
  readonly attention: boolean;
}

/**
 * Records one fact from outside. The id of the command comes from what it says, not from the message: the same fact in
 * another message is known, and a message that is taken twice changes nothing.
 * @throws NoPatientKey, Contended, LogUnavailable
 */
export async function recordFact(
  { fact, episodeId, patientId, senderId, now }: FactOf,
  { recorder, privacy }: { readonly recorder: Recorder; readonly privacy: Privacy },
): Promise<FactRecorded> {
  const { type, body } = fact;
  const said = JSON.stringify([episodeId, type, body]);
  const commandId = privacy.requests.commandId({ caller: `sender:${senderId}`, idempotencyKey: said });
  const { occurredAt, reason, ...fields } = commandBodies[type].parse(body);
  const envelope = {
    commandId,
    actor: { id: senderId, kind: 'system', role: 'system' } as const,
    occurredAt: occurredAt ?? now,
    ...(reason === undefined ? {} : { reason }),
  };
  if ('programme' in fields) throw new Error(`${type} is never sent from outside`);
  const plain: Command<string> = commandOf<CommandType, string>(type, fields, envelope);
  const commandHash = await privacy.requests.bodyHash(patientId, { type, body });
  const command = await privacy.seals.sealCommand(plain, { patientId, episodeId });
  const result = await recorder.record({ episodeId, command, commandHash, now });
  const about = { command: type, episodeId };
  switch (result.outcome) {
    case 'recorded': {
      const outcome = result.events.length > 0 ? 'recorded' : 'known';
      return { outcome: { ...about, outcome, version: result.version }, attention: result.attention };
    }
    case 'repeated':
      return { outcome: { ...about, outcome: 'known', version: result.version }, attention: false };
    case 'rejected':
      return { outcome: { ...about, outcome: 'rejected', rejection: result.rejection.type }, attention: false };
    case 'command-reused':
    case 'version-mismatch':
      throw new Error(`A fact from outside came to ${result.outcome}: its id comes from what it says`);
  }
}
