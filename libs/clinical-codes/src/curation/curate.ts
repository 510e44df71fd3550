import { drugClasses, type DrugClass, type Stage } from '@stepway/pathway';
import type { CodeReason, LoincMeaning, Measure } from '../loinc/meaning.ts';

/** One row of the raw table; its classes are not used. */
export interface RawRow {
  readonly loinc: string;
  readonly display: string;
}

export interface Judgements {
  readonly drugClasses: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly noClass: {
    readonly antagonist: readonly string[];
    readonly medicine: readonly string[];
    readonly ambiguous: Readonly<Record<string, string>>;
  };
}

/** A component that nobody has judged yet: the table would be silent about it. */
export class NotJudged extends Error {
  readonly code = 'NOT_JUDGED';
  constructor({ loinc, display }: RawRow) {
    super(`${loinc} ${display}: its component stands in no list of analytes.json`);
  }
}

/** Reads the name of a code, and gives it the meaning that a clinician gave to its component. */
export function curate(row: RawRow, judgements: Judgements): LoincMeaning {
  const name = partsOf(row.display);
  if (name.withdrawn) return ask('withdrawn-code');
  if (name.panel) return { means: 'panel', ...staged(name.stage) };
  const judged = judge(name.component, judgements);
  if (name.namesDrugs) return ask('names-drugs', typeof judged === 'object' ? judged.drugClass : undefined);
  if (name.derived) return ask('derived-figure');
  if (judged === undefined) throw new NotJudged(row);
  if (name.cutoff) return { means: 'cut-off', ...(typeof judged === 'object' && judged), ...staged(name.stage) };
  if (typeof judged !== 'object') return ask(judged);
  return {
    means: 'result',
    ...judged,
    ...staged(name.stage),
    measures: name.measures,
    ...(name.cutoffNgMl !== undefined && { cutoffNgMl: name.cutoffNgMl }),
  };
}

const staged = (stage: Stage | undefined) => stage && { stage };
const ask = (reason: CodeReason, drugClass?: DrugClass): LoincMeaning => ({
  means: 'ask',
  reason,
  ...(drugClass && { drugClass }),
});

/**
 * The parts of a LOINC long common name (`Component [Property] in System by Method`); the rows of oxycodone carry
 * short names (`oxyCODONE CtO Ur Scn-mCnc`) instead.
 */
function partsOf(display: string) {
  const long = /^(?<component>.+?) \[(?<property>[^\]]+)\] (?:in|of) (?<rest>.+)$/.exec(display)?.groups;
  const component = (long?.component ?? display.replace(/(\/Creat)? (adj|Z-score|CtO Ur|in Urine|Ur|Pnl|pnl)\b.*$/, ''))
    .toLowerCase()
    .replace(/ cutoff\b/, '')
    .replace(/\/creatinine$/, '')
    .replace(/ free$/, '')
    .replace(/ (screen|confirm) method$| (screen )?(absent|present|positive|negative)$| tested for$/, '');
  const property = long?.property ?? '';
  return {
    component: component === 'barbiturate' ? 'barbiturates' : component,
    withdrawn: display.startsWith('Deprecated'),
    panel: /\b(panel|pnl)\b/i.test(display),
    namesDrugs: property === 'Identifier' || display.includes('tested for'),
    derived: /Z-score|adj(usted)? |\.total in|^(Dextro\w+\/Levo)/.test(display),
    cutoff: /\bcutoff\b|\bCtO\b/.test(display),
    stage: stageOf(display),
    measures: measureOf(display, property),
    cutoffNgMl: numberAfter(display),
  };
}

function stageOf(display: string): Stage | undefined {
  if (/Confirm|confirm method|\bCfm\b|LC\/MS/.test(display)) return 'definitive';
  if (/Screen method|screen method|\bScn\b|Immunoassay/.test(display)) return 'presumptive';
  return undefined;
}

function measureOf(display: string, property: string): Measure {
  if (/\/Creat/.test(display)) return 'per-creatinine';
  if (property === 'Presence' || property === 'Interpretation' || / Ql\b/.test(display)) return 'presence';
  if (property === 'Mass/volume' || display.endsWith('mCnc')) return 'concentration';
  if (property === 'Moles/volume' || property === 'Molecules/volume' || display.endsWith('sCnc')) return 'moles';
  if (property.endsWith('/time')) return 'per-time';
  return 'arbitrary';
}

function numberAfter(display: string): number | undefined {
  const figure = /method >(\d+) ng\/mL$/.exec(display)?.[1];
  return figure === undefined ? undefined : Number(figure);
}

/** The class and analyte of a component, or why it has none; undefined where nobody has judged it. */
function judge(
  component: string,
  { drugClasses: byClass, noClass }: Judgements,
): { readonly drugClass: DrugClass; readonly analyte?: string } | 'antagonist' | 'medicine' | 'ambiguous' | undefined {
  for (const drugClass of drugClasses)
    for (const [analyte, components] of Object.entries(byClass[drugClass] ?? {}))
      if (components.includes(component)) return { drugClass, ...(analyte !== '*' && { analyte }) };
  if (noClass.antagonist.includes(component)) return 'antagonist';
  if (noClass.medicine.includes(component)) return 'medicine';
  return component in noClass.ambiguous ? 'ambiguous' : undefined;
}
