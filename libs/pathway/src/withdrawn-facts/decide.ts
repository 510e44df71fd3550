import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { judgeAgain } from '../drug-testing/judge-again.ts';
import { mergeReports } from '../drug-testing/merge.ts';
import type { NewEvent, NewEventOf } from '../events.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import { isFact, toldAs } from './without.ts';

/**
 * Takes back a fact that was entered in error, or for the wrong person: everything is judged again without it
 * (pathway §6). The log keeps what was told and that it was withdrawn; told again, it is a fact again.
 * Rejects: EpisodeNotOpened, UnknownFact, NotAFact (what a rule made or a person decided).
 */
export function withdrawFact(journey: Journey, command: CommandOf<'WithdrawFact'>, context: Context): Decision {
  const { eventId, reasonCode, reason, occurredAt } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (journey.withdrawnFacts.includes(eventId)) return nothingNew;
  const told = toldAs(journey.told, eventId);
  if (told === undefined) return reject({ type: 'UnknownFact', eventId });
  if (!isFact(told.type)) return reject({ type: 'NotAFact', eventId, eventType: told.type });

  const withdrawn: NewEventOf<'FactWithdrawn'> = {
    type: 'FactWithdrawn',
    occurredAt,
    data: { eventId, fact: told.type, reasonCode, ...(reason && { reason }) },
  };
  const after = foldAhead(journey, [withdrawn], command, context);
  const gone = supersededWith(journey, after, context);
  return accept(withdrawn, ...gone, ...judgeAgain(foldAhead(after, gone, command, context), context, 1 + gone.length));
}

/** A class of which nothing is reported any more ends as superseded: every final result keeps one disposition. */
function supersededWith(journey: OpenedJourney, after: OpenedJourney, context: Context): readonly NewEvent[] {
  const lost = journey.specimens.flatMap((specimen) => {
    const left = after.specimens.find(({ specimenId }) => specimenId === specimen.specimenId);
    const standing = left ? mergeReports(left).classes.map(({ drugClass }) => drugClass) : [];
    return mergeReports(specimen)
      .classes.filter(({ drugClass }) => !standing.includes(drugClass))
      .map(({ drugClass }) => ({ specimen, drugClass }));
  });
  return lost.map(({ specimen: { specimenId, collectedAt }, drugClass }, index): NewEvent => ({
    type: 'DrugTestDisposed',
    occurredAt: context.now,
    causedBy: context.eventId(0),
    data: {
      decisionId: `${journey.episodeId}.d${journey.decisionCount + 1 + index}`,
      specimenId,
      collectedAt,
      drugClass,
      disposition: 'superseded',
      rule: 'withdrawn',
      explanation: 'Withdrawn: what was reported was entered in error, or for another person.',
      rules: [{ rule: 'withdrawn', held: true, saw: 'the report was withdrawn' }],
    },
  }));
}
