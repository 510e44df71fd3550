import type { JourneyView } from '@stepway/contracts';
import { commandTypes, type CommandType, type Role } from '@stepway/pathway';
import { maySend } from './permissions.ts';

type Standing = Pick<JourneyView, 'status' | 'transition' | 'holds' | 'leaves' | 'crises' | 'goals'>;

/**
 * What is asked of a journey before a command can mean anything there; without a word here it always can. Late facts
 * are welcome at any time, so only what certainly has no subject is left out: the rules of the pathway decide the rest.
 */
const subjects: { readonly [T in CommandType]?: (journey: Standing) => boolean } = {
  // It makes a journey, and is sent to none.
  OpenEpisode: () => false,
  ReopenEpisode: ({ status }) => status === 'discharged',
  CloseReferral: ({ status }) => status === 'referred',
  PlaceHold: ({ status }) => status !== 'discharged',
  ReleaseHold: ({ holds }) => holds.some(({ endedAt }) => endedAt === null),
  DecideProposal: ({ transition }) => transition?.state === 'proposed',
  CancelTransition: ({ transition }) => transition !== null,
  EndLeave: ({ leaves = [] }) => leaves.some(({ endedAt }) => endedAt === null),
  ResolveCrisis: ({ crises = [] }) => crises.some(({ resolvedAt }) => resolvedAt === null),
  CompleteGoal: ({ goals }) => goals.some(({ state }) => state === 'open'),
  WithdrawGoal: ({ goals }) => goals.some(({ state }) => state === 'open'),
  ReopenGoal: ({ goals }) => goals.some(({ state }) => state === 'achieved'),
};

/** The commands that this role may send to a journey that it may see, as the journey stands. */
export const allowedOn = (role: Role, journey: Standing): CommandType[] =>
  commandTypes.filter((type) => maySend(role, type) && (subjects[type]?.(journey) ?? true));
