import type { CareEventOf } from '../events.ts';
import type { Specimen } from './state.ts';
import type { OpenedJourney } from '../journey.ts';
import { withUse } from './evolve-uses.ts';
import { mergeReports, type MergedClass } from './merge.ts';
import { withNotCollected } from './not-collected.ts';
import { toldOfSpecimen } from '../withdrawn-facts/without.ts';
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

/** The last ones change most: looked for from the end, in a list that is copied whole. */
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
