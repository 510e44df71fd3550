import type { CareEventOf } from '../events.ts';
import type { NotCollected, Specimen, Use } from './state.ts';
import type { OpenedJourney } from '../journey.ts';
import { shareEvidence } from './evidence.ts';
import { mergeReports, type MergedClass } from './merge.ts';
import { toldOfSpecimen } from '../withdrawn-facts/without.ts';
import { notCollectedOutcomes } from '../vocabulary.ts';
import { confirmationNotReceived } from './rules/awaiting-confirmation.ts';

type DrugTestEvent =
  | CareEventOf<'ScreeningPlanSet'>
  | CareEventOf<'DrugTestResultRecorded'>
  | CareEventOf<'DrugTestNotCollected'>
  | CareEventOf<'DrugTestDisposed'>
  | CareEventOf<'DrugTestReviewed'>
  | CareEventOf<'UseAcknowledged'>
  | CareEventOf<'UseEstablished'>
  | CareEventOf<'UseWithdrawn'>
  | CareEventOf<'ConfirmationRequested'>;

/** What became true about drug tests and established uses. */
export function evolveDrugTesting(journey: OpenedJourney, event: DrugTestEvent): OpenedJourney {
  switch (event.type) {
    case 'ScreeningPlanSet': {
      const { reason: _, ...screeningPlan } = event.data;
      return { ...journey, screeningPlan };
    }
    case 'DrugTestResultRecorded': {
      const reported = { ...journey, specimens: withReport(journey.specimens, event) };
      return journey.withdrawnFacts.length === 0 ? reported : comesBack(journey, reported, event);
    }
    case 'DrugTestNotCollected':
      return { ...journey, notCollected: withNotCollected(journey.notCollected, event) };
    case 'DrugTestDisposed':
      return {
        ...journey,
        decisionCount: journey.decisionCount + 1,
        specimens: replaced(journey.specimens, event.data.specimenId, (specimen) => disposed(specimen, event)),
      };
    case 'DrugTestReviewed': {
      const { specimenId, drugClass, finding } = event.data;
      const review = { drugClass, finding, at: event.occurredAt };
      return {
        ...journey,
        specimens: replaced(journey.specimens, specimenId, (specimen) => ({
          ...specimen,
          reviews: [...specimen.reviews, review],
        })),
      };
    }
    case 'UseAcknowledged': {
      const { reason: _sealed, ...told } = event.data;
      const one = { ...told, recordedAt: event.recordedAt, eventId: event.id };
      return { ...journey, acknowledgedUses: [...journey.acknowledgedUses, one] };
    }
    case 'UseEstablished':
      return { ...journey, uses: withUse(journey.uses, event) };
    case 'UseWithdrawn': {
      const { useId } = event.data;
      const withdrawn = { withdrawn: true, withdrawnBy: event.commandId, withdrawnEventId: event.id };
      return { ...journey, uses: journey.uses.map((use) => (use.useId === useId ? { ...use, ...withdrawn } : use)) };
    }
    case 'ConfirmationRequested': {
      const { specimenId, drugClasses, escalatesAt, closesAt } = event.data;
      return {
        ...journey,
        specimens: replaced(journey.specimens, specimenId, (specimen) => ({
          ...specimen,
          confirmation: { drugClasses, requestedAt: event.occurredAt, escalatesAt, closesAt },
        })),
      };
    }
  }
}

/** The last ones change most: looked for from the end, in a list that is copied whole. */
/** A specimen of which every report was withdrawn, and that is told of again: what was said of it holds again too. */
function comesBack(
  before: OpenedJourney,
  reported: OpenedJourney,
  { data: { specimenId } }: CareEventOf<'DrugTestResultRecorded'>,
): OpenedJourney {
  if (before.specimens.some((known) => known.specimenId === specimenId)) return reported;
  const said = toldOfSpecimen(before.told, specimenId, before.withdrawnFacts);
  return { ...said.reduce<OpenedJourney>(evolveDrugTesting, reported), decisionCount: reported.decisionCount };
}

function replaced(
  specimens: readonly Specimen[],
  specimenId: string,
  change: (specimen: Specimen) => Specimen,
): readonly Specimen[] {
  const index = specimens.findLastIndex((specimen) => specimen.specimenId === specimenId);
  const specimen = specimens[index];
  return specimen === undefined ? specimens : specimens.with(index, change(specimen));
}

function withReport(specimens: readonly Specimen[], event: CareEventOf<'DrugTestResultRecorded'>): readonly Specimen[] {
  const { reason: _sealed, ...data } = event.data;
  const report = { ...data, recordedAt: event.recordedAt, eventId: event.id };
  if (specimens.some((specimen) => specimen.specimenId === report.specimenId))
    return replaced(specimens, report.specimenId, (specimen) => {
      const reported = { ...specimen, reports: [...specimen.reports, report] };
      const { collectedAt, classes } = mergeReports(reported);
      return { ...reported, collectedAt, judgements: judgementsOf(specimen, classes) };
    });
  return [
    ...specimens,
    {
      specimenId: report.specimenId,
      collectedAt: report.collectedAt,
      recordedAt: event.recordedAt,
      recordedBy: event.actor.id,
      reports: [report],
      reviews: [],
      judgements: {},
    },
  ];
}

/** A specimen reported without any class is judged as `other`; that ends when a report says what was tested. */
function judgementsOf({ judgements }: Specimen, classes: readonly MergedClass[]): Specimen['judgements'] {
  if (classes.some(({ drugClass }) => drugClass === 'other')) return judgements;
  const { other: _other, ...standing } = judgements;
  return standing;
}

/** A test not collected is known by the time it was due; what was said last holds, in whatever order it is told. */
function withNotCollected(
  all: readonly NotCollected[],
  event: CareEventOf<'DrugTestNotCollected'>,
): readonly NotCollected[] {
  const { dueAt, outcome } = event.data;
  const known = all.find((other) => other.dueAt === dueAt);
  const word = { outcome, at: event.occurredAt };
  const said = [...(known?.said ?? []), word];
  const isLast = said.every((other) => other === word || bySaid(other, word) < 0);
  const standing = known && !isLast ? known : { dueAt, outcome, recordedAt: event.recordedAt, eventId: event.id };
  return [...all.filter((other) => other !== known), { ...standing, said }];
}

type Word = NotCollected['said'][number];
/** Of two at the same moment one and the same is the last, whichever came first. */
const bySaid = (a: Word, b: Word): number =>
  a.at === b.at
    ? notCollectedOutcomes.indexOf(a.outcome) - notCollectedOutcomes.indexOf(b.outcome)
    : a.at < b.at
      ? -1
      : 1;

function disposed(specimen: Specimen, event: CareEventOf<'DrugTestDisposed'>): Specimen {
  const { drugClass, disposition, rule, explanation, useId } = event.data;
  const judgement = {
    disposition,
    rule,
    explanation,
    decidedAt: event.recordedAt,
    ...(useId !== undefined && { useId }),
  };
  const judged = { ...specimen, judgements: { ...specimen.judgements, [drugClass]: judgement } };
  if (rule !== confirmationNotReceived) return judged;
  // That no confirmation came is a fact of the specimen: judging again must end in the same.
  return { ...judged, confirmationClosed: [...new Set([...(specimen.confirmationClosed ?? []), drugClass])] };
}

function withUse(uses: readonly Use[], event: CareEventOf<'UseEstablished'>): readonly Use[] {
  const known = uses.find((use) => use.useId === event.data.useId);
  // A use that gains a specimen was established when it first was; one withdrawn in between is new.
  if (known && !known.withdrawn) {
    const { told: _told, ...standing } = known;
    return uses.map((use) => (use === known ? { ...standing, ...event.data } : use));
  }
  const { establishedAt, considered } = replacedBy(uses, event) ?? { establishedAt: event.recordedAt };
  const use = { ...event.data, establishedAt, eventId: event.id, withdrawn: false, ...(considered && { considered }) };
  return [...uses.filter((other) => other !== known), use];
}

/**
 * The use that this one takes the place of, its specimens among them: an earlier collection became known late.
 * It is the same use, begun earlier. What was considered for it, and what people said to that, still holds.
 */
const replacedBy = (uses: readonly Use[], { commandId, data }: CareEventOf<'UseEstablished'>): Use | undefined =>
  uses.find(
    (use) => use.useId !== data.useId && use.withdrawnBy === commandId && data.at <= use.at && shareEvidence(use, data),
  );
