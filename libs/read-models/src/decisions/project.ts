import type { DecisionView } from '@stepway/contracts';
import type { CareEventOf, OpenedJourney } from '@stepway/pathway';
import type { Step } from '../change.ts';
import type { DecisionRow } from './table.ts';

/** Why did something happen, or why did nothing? A row for each decision. */
export function projectDecisions({ event, after }: Step): readonly DecisionRow[] {
  const view = decisionView(event, after);
  if (view === undefined) return [];
  const { decisionId, at, about, outcome } = view;
  const { episodeId, version } = event;
  return [{ episode_id: episodeId, version, decision_id: decisionId, at, about, outcome, view: JSON.stringify(view) }];
}

/** Why the rules did what this event tells; undefined where it tells of no decision. */
export function decisionView(event: Step['event'], journey: OpenedJourney): DecisionView | undefined {
  if (event.type === 'DrugTestDisposed') return aboutDrugTest(event, journey);
  if (event.type === 'LevelRecommended') return aboutLevel(event, journey);
  if (event.type !== 'TransitionConsidered') return undefined;
  const { decisionId, about, outcome, sentence, rules, programme, trigger } = event.data;
  return { decisionId, at: event.occurredAt, about, outcome, sentence, rules: [...rules], programme, trigger };
}

function aboutDrugTest(event: CareEventOf<'DrugTestDisposed'>, journey: OpenedJourney): DecisionView {
  const { decisionId, specimenId, drugClass, disposition, explanation, rules } = event.data;
  return {
    decisionId,
    at: event.occurredAt,
    about: 'drug-test',
    outcome: disposition,
    sentence: explanation,
    rules: [...rules],
    programme: journey.programme,
    trigger: { eventId: event.causedBy ?? lastReport(journey, specimenId) ?? event.id },
    specimenId,
    drugClass,
  };
}

function aboutLevel(event: CareEventOf<'LevelRecommended'>, journey: OpenedJourney): DecisionView {
  const { decisionId, level, asam, explanation, rules } = event.data;
  return {
    decisionId,
    at: event.occurredAt,
    about: 'level',
    outcome: level ?? asam.code,
    sentence: explanation,
    rules: [...rules],
    programme: journey.programme,
    trigger: { eventId: event.causedBy ?? event.id },
  };
}

const lastReport = (journey: OpenedJourney, specimenId: string): string | undefined =>
  journey.specimens.find((specimen) => specimen.specimenId === specimenId)?.reports.at(-1)?.eventId;
