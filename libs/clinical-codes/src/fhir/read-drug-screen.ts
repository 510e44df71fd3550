import type { DrugTestReport, Matrix, Stage, Validity } from '@stepway/pathway';
import type { AskReason } from '../question.ts';
import { amountGiven, type Amount } from './amount.ts';
import { codedAs, resultOf, type Coded } from './read-measured.ts';
import { sortResources, type Resources } from './resources.ts';
import { settled, type Answer, type Settled } from './settle.ts';
import type { Measured, Observation } from './shapes.ts';
import { specimenOf } from './specimen.ts';
import { methodWords } from './stage.ts';
import { statusAgainst, statusOfScreen } from './status.ts';
import { validityFigure } from './validity.ts';

/** What a report on one specimen says, as far as it says it without doubt; the rest are questions for a person. */
export interface DrugScreen extends Settled {
  readonly status?: DrugTestReport['status'];
  readonly matrix?: Matrix;
  /** The specimen's own number, as the laboratory wrote it. */
  readonly specimen?: string;
  /** As written: a day alone is no moment, and the pathway asks for one. */
  readonly collected?: string;
  readonly reported?: string;
  readonly validity: Partial<Validity>;
}

/** One measured value with its place and what surrounds it. */
interface Item {
  readonly coded: Coded;
  readonly measured: Measured;
  readonly observation: Observation;
  readonly resource: number;
}

/**
 * Reads the FHIR R4 resources of one drug screen: at most one DiagnosticReport, its Observations (values in components
 * too), its Specimen, each on its own or contained. Nothing is guessed: what is not certain becomes a question.
 * Whatever else is among them (Patient, Encounter) is not looked at.
 */
export function readDrugScreen(given: readonly unknown[]): DrugScreen {
  const resources = sortResources(given);
  const status = statusOfScreen(resources);
  const specimen = specimenOf(resources);
  const items = itemsOf(resources);
  const answers = items.flatMap((item) => readItem(item, items, resources, specimen.matrix));
  const { questions, ...found } = settled(answers);
  const { report, observations } = resources;
  const collected =
    specimen.found?.collection?.collectedDateTime ??
    report?.effectiveDateTime ??
    observations[0]?.observation.effectiveDateTime;
  const reported = report?.issued ?? observations[0]?.observation.issued;
  return {
    ...(status.status && { status: status.status }),
    ...(specimen.matrix && { matrix: specimen.matrix }),
    ...(specimen.number !== undefined && { specimen: specimen.number }),
    ...(collected !== undefined && { collected }),
    ...(reported !== undefined && { reported }),
    validity: Object.assign({}, ...items.map(({ coded, measured }) => figureOf(coded, measured))),
    ...found,
    questions: [...resources.questions, ...status.questions, ...specimen.questions, ...questions],
  };
}

const figureOf = (coded: Coded, measured: Measured): Partial<Validity> =>
  (coded.is === 'validity' && validityFigure(coded.loinc, measured)) || {};

/** An observation that has no value of its own but components stands for those. */
const itemsOf = ({ observations }: Resources): readonly Item[] =>
  observations.flatMap(({ observation, resource }) =>
    (observation.component.length > 0 ? observation.component : [observation]).map((measured) => ({
      coded: codedAs(measured),
      measured,
      observation,
      resource,
    })),
  );

function readItem(item: Item, all: readonly Item[], resources: Resources, matrix: Matrix | undefined): Answer[] {
  const { coded, measured, observation, resource } = item;
  if (coded.is === 'unknown') {
    const { is: _, ...question } = coded;
    return [{ ...question, resource }];
  }
  if (coded.is !== 'test') return [];
  const { drugClass } = coded.meaning;
  const ask = (reason: AskReason): Answer[] => [{ reason, resource, loinc: coded.loinc, drugClass }];
  if (matrix !== 'urine') return matrix === undefined ? [] : ask('matrix-differs');
  const against = statusAgainst(observation, resources);
  if (against) return ask(against);
  const result = resultOf(coded, measured, {
    method: methodWords(observation.method),
    panel: panelStage(resources, observation),
    cutoff: cutoffBeside(coded, all),
  });
  return typeof result === 'string' ? ask(result) : [{ result, resource }];
}

/** The stage of the panel: of the report's code, or of the observation whose components the values are. */
function panelStage({ report }: Resources, observation: Observation): Stage | undefined {
  const stages = [observation, report].flatMap((one) => {
    const coded = one && codedAs(one);
    return coded?.is === 'panel' && coded.stage ? [coded.stage] : [];
  });
  return stages[0];
}

/** What the laboratory's cut-off code for the same class, analyte and stage says. */
function cutoffBeside({ meaning }: Extract<Coded, { is: 'test' }>, all: readonly Item[]): Amount | undefined {
  const own = all.find(
    ({ coded }) =>
      coded.is === 'cut-off' &&
      coded.meaning.drugClass === meaning.drugClass &&
      coded.meaning.analyte === meaning.analyte &&
      (coded.meaning.stage ?? meaning.stage) === meaning.stage,
  );
  return own && amountGiven(own.measured);
}
