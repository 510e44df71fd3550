import {
  type CareEvent,
  type Claim,
  type Command,
  type Instant,
  type Journey,
  type OpenedJourney,
  type Rejection,
  claims,
  decide,
  evolve,
} from '@stepway/pathway';
import { eventId } from '../integrity/event-id.ts';
import { recorded } from '../stream/recorded.ts';
import type { ContextFor } from './context-for.ts';
import type { HeldJourney } from './held-journeys.ts';

export interface RecordRequest {
  readonly episodeId: string;
  readonly command: Command;
  /** An HMAC of the command's content: tells a retry from a reused id. */
  readonly commandHash: Uint8Array;
  readonly now: Instant;
  /** Record only if the journey stands at this version. */
  readonly ifMatch?: number;
  /** W3C trace context of the request. */
  readonly traceparent?: string;
}

/** The answers that leave the log as it was. */
export type NotRecorded =
  /** The command was recorded before: the events of the first time, and the version they led to. */
  | { readonly outcome: 'repeated'; readonly version: number; readonly events: readonly CareEvent[] }
  | { readonly outcome: 'rejected'; readonly rejection: Rejection }
  /** The command id was used before, for other content. */
  | { readonly outcome: 'command-reused' }
  | { readonly outcome: 'version-mismatch'; readonly version: number };

export type RecordResult =
  | {
      readonly outcome: 'recorded';
      readonly version: number;
      /** None if the fact was known already: the version stays. */
      readonly events: readonly CareEvent[];
      /** A run is owed: touch the journey's workflow. */
      readonly attention: boolean;
      readonly journey: Journey;
    }
  | NotRecorded;

/** What the rules and the command's own history say of a wish, before anything is written. */
export type Judged =
  | { readonly kind: 'known'; readonly sameContent: boolean }
  | { readonly kind: 'answer'; readonly answer: RecordResult }
  | { readonly kind: 'accepted'; readonly events: readonly CareEvent[]; readonly journey: OpenedJourney };

/** Judges a wish on a journey as it is held. Pure. */
export function judge({ journey, commands }: HeldJourney, request: RecordRequest, contextFor: ContextFor): Judged {
  const { command, commandHash, episodeId, ifMatch, now } = request;
  // First of all: a retry gives the first answer, whatever has changed since.
  const before = commands.get(command.commandId);
  if (before !== undefined) return { kind: 'known', sameContent: before.equals(commandHash) };
  const { version } = journey;
  if (ifMatch !== undefined && ifMatch !== version) return answer({ outcome: 'version-mismatch', version });
  const subject = subjectOf(journey, command);
  if (subject === undefined) return answer({ outcome: 'rejected', rejection: { type: 'EpisodeNotOpened' } });

  const id = (index: number): string => eventId(episodeId, command.commandId, index);
  const decision = decide(journey, command, contextFor(subject, now, id));
  if (!decision.accepted) return answer({ outcome: 'rejected', rejection: decision.rejection });
  const { actor, commandId } = command;
  const events: CareEvent[] = [];
  let after: Journey = journey;
  for (const [index, event] of decision.events.entries()) {
    const part = { id: id(index), episodeId, version: after.version + 1, recordedAt: now, actor, commandId };
    const care = recorded(event, part);
    events.push(care);
    after = evolve(after, care);
  }
  if (events.length === 0 || after.status === 'not-opened')
    return answer({ outcome: 'recorded', version, events, attention: false, journey });
  return { kind: 'accepted', events, journey: after };
}

const answer = (result: RecordResult): Judged => ({ kind: 'answer', answer: result });

function subjectOf(journey: Journey, command: Command): Parameters<ContextFor>[0] | undefined {
  if (journey.status !== 'not-opened') return journey;
  return command.type === 'OpenEpisode' ? command : undefined;
}

/** What the append must hold and let go. A key claimed twice is claimed once. */
export function claimsOf(
  journey: Journey,
  events: readonly CareEvent[],
): { readonly claims: readonly Claim[]; readonly releases: readonly Claim[] } {
  const { claim, release } = claims(journey, events);
  return { claims: [...new Map(claim.map((one) => [`${one.kind} ${one.key}`, one])).values()], releases: release };
}

/** The rejection of a wish whose claim somebody else holds. */
export function claimedByAnother(claim: Claim): NotRecorded {
  switch (claim.kind) {
    case 'open-episode':
      return { outcome: 'rejected', rejection: { type: 'EpisodeAlreadyOpen' } };
    case 'specimen':
      return { outcome: 'rejected', rejection: { type: 'SpecimenBelongsElsewhere', specimenId: claim.key } };
  }
}
