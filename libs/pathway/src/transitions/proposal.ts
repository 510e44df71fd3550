import type { CommandFields, CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { EventType } from '../events.ts';
import type { Journey } from '../journey.ts';
import { openMove } from './open-move.ts';
import { saidBefore } from './said-before.ts';
import { transitionStarted } from './start.ts';

/**
 * A person's word on a proposed move: approved, it starts; declined, the present level continues. The same word again: no news.
 * Rejects: EpisodeNotOpened, NotAdmitted, EpisodeDischarged, UnknownTransition, TransitionNotProposed.
 */
export function decideProposal(
  journey: Journey,
  command: CommandOf<'DecideProposal'>,
  { programme, now }: Context,
): Decision {
  const { transitionId, decision, reason } = command;
  const same = saysSo[decision];
  if (saidBefore(journey, transitionId, ({ type }) => type === same)) return nothingNew;
  const found = openMove(journey, transitionId);
  if ('rejection' in found) return reject(found.rejection);
  const { active, open } = found;
  if (open.state !== 'proposed') return reject({ type: 'TransitionNotProposed', transitionId, state: open.state });

  const data = { transitionId, ...(reason && { reason }) };
  switch (decision) {
    case 'decline':
      return accept({ type: 'TransitionDeclined', occurredAt: now, data });
    case 'approve':
      return accept(
        { type: 'TransitionApproved', occurredAt: now, data },
        transitionStarted(active, open, programme, now),
      );
  }
}

const saysSo: Readonly<Record<CommandFields['DecideProposal']['decision'], EventType>> = {
  approve: 'TransitionApproved',
  decline: 'TransitionDeclined',
};
