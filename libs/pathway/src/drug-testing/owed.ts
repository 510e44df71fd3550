import type { Context } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Specimen } from './state.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { asksOwed } from '../tasks/ask.ts';
import { openTask } from '../tasks/open.ts';
import { plusDays, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import { asksOf } from './asks.ts';
import { openQuestions } from './open-questions.ts';
import { confirmationNotReceived, confirmationNotReceivedSentence } from './rules/awaiting-confirmation.ts';

/**
 * What the rules owe about drug tests: confirmations asked for and, when they do not come, closed;
 * and a task for everything a person is asked to do. Tasks are ended, and go up when overdue, with all others.
 */
export function drugTestingOwed(journey: OpenedJourney, { programme }: Context): readonly Owed[] {
  return [
    ...journey.specimens
      .filter((specimen) => openQuestions(specimen).awaitingConfirmation.length > 0)
      .flatMap((specimen) => [...confirmationOwed(journey, specimen), ...closingOwed(journey, specimen, programme)]),
    ...asksOwed(journey, asksOf(journey, programme)),
  ];
}

/** A positive screen is sent for confirmation at once; classes found later renew the request. */
function confirmationOwed(journey: OpenedJourney, specimen: Specimen): readonly Owed[] {
  if (journey.status === 'discharged') return [];
  const { awaitingConfirmation: waiting, confirmationSince } = openQuestions(specimen);
  const requested = specimen.confirmation?.drugClasses ?? [];
  if (waiting.every((drugClass) => requested.includes(drugClass))) return [];
  const { specimenId } = specimen;
  const causedBy = specimen.reports.at(-1)?.eventId;
  const make = ({ now, programme: { confirmation } }: Context): readonly NewEvent[] => {
    const escalatesAt = plusDays(now, confirmation.escalateAfterDays);
    const closesAt = plusDays(now, confirmation.closeAfterDays);
    const request: NewEvent = {
      type: 'ConfirmationRequested',
      occurredAt: now,
      data: { specimenId, drugClasses: waiting, escalatesAt, closesAt },
      ...(causedBy !== undefined && { causedBy }),
    };
    const task = { kind: 'confirm-result', role: 'nurse', subject: specimenId, dueAt: escalatesAt } as const;
    return [request, openTask(journey, task, now)];
  };
  return [{ at: confirmationSince, cause: 'now', subject: specimenId, make }];
}

/**
 * No confirmation in time: the class becomes inconclusive. Time never turns it into use (pathway §4, rule 16).
 * What became known after discharge nobody is asked to confirm; it is kept open as long as if somebody were, so that
 * a late report comes to the same as one in time (§6).
 */
function closingOwed(journey: OpenedJourney, specimen: Specimen, programme: Programme): readonly Owed[] {
  const { awaitingConfirmation, confirmationSince } = openQuestions(specimen);
  const { confirmation } = specimen;
  const requested = awaitingConfirmation.filter((drugClass) => confirmation?.drugClasses.includes(drugClass));
  const others = awaitingConfirmation.filter((drugClass) => !requested.includes(drugClass));
  const kept = plusDays(confirmationSince, programme.confirmation.closeAfterDays);
  return [
    ...(confirmation && requested.length > 0 ? [closed(journey, specimen, requested, confirmation.closesAt)] : []),
    ...(journey.status === 'discharged' && others.length > 0 ? [closed(journey, specimen, others, kept)] : []),
  ];
}

function closed(
  journey: OpenedJourney,
  { specimenId, collectedAt }: Specimen,
  unanswered: readonly DrugClass[],
  at: Instant,
): Owed {
  const make = ({ programme }: Context): readonly NewEvent[] =>
    unanswered.map((drugClass, index) => ({
      type: 'DrugTestDisposed',
      occurredAt: at,
      data: {
        decisionId: `${journey.episodeId}.d${journey.decisionCount + 1 + index}`,
        specimenId,
        collectedAt,
        drugClass,
        disposition: 'inconclusive',
        rule: confirmationNotReceived,
        explanation: confirmationNotReceivedSentence(drugClass),
        rules: [
          {
            rule: confirmationNotReceived,
            held: true,
            saw: `no confirmation within ${programme.confirmation.closeAfterDays} days`,
          },
        ],
      },
    }));
  return { at, cause: 'confirmation', subject: specimenId, make };
}
