import type { Context } from '../decision.ts';
import type { NewEvent, NewEventOf } from '../events.ts';
import type { Judgement } from './state.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Instant } from '../time.ts';
import type { JudgedUse } from './uses.ts';
import { judge, type Judged, type Judgements } from './judge.ts';

/**
 * Judges all facts again and gives what changed: dispositions that are new or other than recorded, uses that
 * are established, gain or lose specimens and classes, and uses that are withdrawn.
 * `journey` already holds the new fact. These events follow it in the same append, the first of them as the
 * `firstIndex`-th; the fact, just before, is what caused them.
 * `since`: the fact touches nothing that was collected before; without it everything is judged.
 */
export function judgeAgain(
  journey: OpenedJourney,
  context: Context,
  firstIndex = 1,
  since?: Instant,
): readonly NewEvent[] {
  if (journey.specimens.length + journey.acknowledgedUses.length + journey.uses.length === 0) return [];
  const causedBy = context.eventId(firstIndex - 1);
  const judgements = judge(journey, context.programme, since);
  return [
    ...changedDispositions(journey, judgements).map((data, index): NewEvent => ({
      type: 'DrugTestDisposed',
      occurredAt: context.now,
      causedBy,
      data: { decisionId: `${journey.episodeId}.d${journey.decisionCount + 1 + index}`, ...data },
    })),
    ...changedUses(journey, judgements, context.now).map((event): NewEvent => ({ ...event, causedBy })),
  ];
}

type Established = NewEventOf<'UseEstablished'>['data'];
type Disposed = Omit<NewEventOf<'DrugTestDisposed'>['data'], 'decisionId'>;

function changedDispositions(journey: OpenedJourney, { judged }: Judgements): readonly Disposed[] {
  const touched = new Set(judged.map(({ specimenId }) => specimenId));
  const known = new Map(
    journey.specimens
      .filter(({ specimenId }) => touched.has(specimenId))
      .map((specimen) => [specimen.specimenId, specimen.judgements]),
  );
  return judged
    .filter((one) => !sameMeaning(known.get(one.specimenId)?.[one.drugClass], one))
    .map(({ tell, ...one }): Disposed => ({ ...one, ...tell() }));
}

const sameMeaning = (known: Judgement | undefined, one: Judged): boolean =>
  known !== undefined && known.disposition === one.disposition && known.rule === one.rule && known.useId === one.useId;

function changedUses(
  journey: OpenedJourney,
  judgements: Judgements,
  now: string,
): readonly (NewEventOf<'UseEstablished'> | NewEventOf<'UseWithdrawn'>)[] {
  const uses = judgements.uses.map(asEstablished);
  const standing = new Map(journey.uses.filter((use) => !use.withdrawn).map((use) => [use.useId, use]));
  const established = uses
    .filter((use) => {
      const known = standing.get(use.useId);
      return (
        known === undefined ||
        known.at !== use.at ||
        !sameList(known.drugClasses, use.drugClasses) ||
        !sameList(known.specimenIds, use.specimenIds) ||
        (known.told ?? []).length !== (use.told ?? []).length
      );
    })
    .map((use): NewEventOf<'UseEstablished'> => ({ type: 'UseEstablished', occurredAt: use.at, data: use }));
  const gone = [...standing.keys()].filter((useId) => !uses.some((use) => use.useId === useId));
  const withdrawn = gone.map((useId): NewEventOf<'UseWithdrawn'> => ({
    type: 'UseWithdrawn',
    occurredAt: now,
    data: { useId },
  }));
  return [...withdrawn, ...established];
}

const asEstablished = ({ useId, drugClasses, specimenIds, told, at }: JudgedUse): Established => ({
  useId,
  drugClasses,
  specimenIds,
  ...(told.length > 0 && { told }),
  at,
});

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);
