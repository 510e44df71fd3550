import type { ClassResult, DrugTestReport, Matrix, Stage, Validity } from '@stepway/pathway';
import { noLocalCodes, type LocalCodes } from '../message/local-codes.ts';
import type { AskReason } from '../question.ts';
import { amountGiven, type Amount } from './amount.ts';
import { codedAs, resultOf, type Coded } from './read-measured.ts';
import { sortResources, type Placed, type Resources } from './resources.ts';
import { settled, type Answer, type Settled } from './settle.ts';
import type { Measured } from './shapes.ts';
import { specimenOf } from './specimen.ts';
import { methodWords, stageOf } from './stage.ts';
import { statusAgainst, statusOfScreen } from './status.ts';
import { validitySaid } from './validity.ts';

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
interface Item extends Placed {
  readonly coded: Coded;
  readonly measured: Measured;
}

/**
 * Reads the FHIR R4 resources of one drug screen: at most one DiagnosticReport, its Observations (values in components
 * too), its Specimen, each on its own or contained. Nothing is guessed: what is not certain becomes a question.
 * Whatever else is among them (Patient, Encounter) is not looked at.
 * @param local what the sender's own codes stand for
 */
export const readDrugScreen = (given: readonly unknown[], local = noLocalCodes): DrugScreen =>
  readScreen(sortResources(given), local);

/** The same, of resources that are sorted: in whatever standard a report came, it is read by this. */
export function readScreen(resources: Resources, local: LocalCodes): DrugScreen {
  const status = statusOfScreen(resources);
  const specimen = specimenOf(resources);
  const items = itemsOf(resources, local);
  const around = { ...resources, local, isCancelled: status.status === 'cancelled' };
  const answers = items.flatMap((item) => readItem(item, items, around, specimen.matrix));
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
    validity: Object.assign({}, ...items.map(ofTheSpecimen)),
    ...found,
    questions: [...resources.questions, ...status.questions, ...specimen.questions, ...questions],
  };
}

/** What one item says of the specimen itself, as far as it can be read. */
function ofTheSpecimen({ coded, measured }: Item): Partial<Validity> {
  const said = coded.is === 'validity' ? validitySaid(coded.part, measured) : {};
  return typeof said === 'string' ? {} : said;
}

/** An observation stands for its components, and for itself where it has a value of its own or no component. */
const itemsOf = ({ observations }: Resources, local: LocalCodes): readonly Item[] =>
  observations.flatMap((placed) => {
    const { observation } = placed;
    const [own, ...components] = [observation, ...observation.component].map((measured) => ({
      ...placed,
      coded: codedAs(measured, local),
      measured,
    }));
    return own && (components.length === 0 || tells(own)) ? [own, ...components] : components;
  });

/** A flag alone beside components is a result only where the code is that of a test: a panel is flagged as a whole. */
const tells = ({ coded, measured }: Item): boolean =>
  measured.valueString !== undefined ||
  measured.valueCodeableConcept !== undefined ||
  measured.valueQuantity !== undefined ||
  (coded.is === 'test' && measured.interpretation.length > 0);

type Around = Resources & { readonly local: LocalCodes; readonly isCancelled: boolean };

function readItem(item: Item, all: readonly Item[], around: Around, matrix: Matrix | undefined): Answer[] {
  const { coded, measured, observation, resource } = item;
  if (coded.is === 'unknown') {
    const { is: _, ...question } = coded;
    return [{ ...question, resource }];
  }
  if (coded.is === 'validity') {
    const said = validitySaid(coded.part, measured);
    return typeof said === 'string' ? [{ reason: said, resource }] : [];
  }
  if (coded.is !== 'test') return [];
  const { drugClass } = coded.meaning;
  const ask = (reason: AskReason): Answer[] => [
    { reason, resource, ...(coded.loinc !== undefined && { loinc: coded.loinc }), drugClass },
  ];
  if (around.isCancelled) return [{ result: takenBack(item, coded, around), resource }];
  if (matrix !== 'urine') return matrix === undefined ? [] : ask('matrix-differs');
  const against = statusAgainst(observation, around);
  if (against) return ask(against);
  const result = resultOf(coded, measured, {
    method: methodWords(observation.method),
    panel: panelStage(around, item),
    cutoff: cutoffBeside(coded, all),
  });
  return typeof result === 'string' ? ask(result) : [{ result, resource }];
}

/** Of a report that is cancelled a result is only named: it is that of which the report says nothing any more. */
const takenBack = (item: Item, { loinc, meaning }: Extract<Coded, { is: 'test' }>, around: Around): ClassResult => ({
  drugClass: meaning.drugClass,
  ...(meaning.analyte !== undefined && { analyte: meaning.analyte }),
  outcome: 'not-done',
  stage: stageOf({
    loinc: meaning.stage,
    method: methodWords(item.observation.method),
    panel: panelStage(around, item),
    callsItselfPresumptive: false,
  }),
  ...(loinc !== undefined && { loinc }),
});

/** The stage of the panel: of the report's code, of the observation whose components the values are, of its own panel. */
function panelStage({ report, local }: Around, { observation, panel }: Placed): Stage | undefined {
  const stages = [observation.code, panel, report?.code].flatMap((code) => {
    const coded = code && codedAs({ code }, local);
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
