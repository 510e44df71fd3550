import type { Matrix, Outcome } from '@stepway/pathway';
import type { CodeableConcept, Coding } from './shapes.ts';

export const loincSystem = 'http://loinc.org';
export const snomedSystem = 'http://snomed.info/sct';

/** A code may be any word that a sender chose, also one that every object has. */
const mapOf = <T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(table));

/** What a code or a word says of a drug: an outcome, and whether it calls itself presumptive. */
export interface Said {
  readonly outcome: Outcome;
  readonly presumptive?: true;
}
const positive: Said = { outcome: 'positive' };
const presumptive: Said = { outcome: 'positive', presumptive: true };
const negative: Said = { outcome: 'negative' };
const unclear: Said = { outcome: 'indeterminate' };
const notDone: Said = { outcome: 'not-done' };

/**
 * HL7 v3 ObservationInterpretation (also as OBX-8), the ones that say what was found. `A`, `AA`, `H` and `N` do not:
 * a laboratory may flag a prescribed drug that is missing. `EXP` and `UNE` say what was expected, not what was found.
 */
const interpretations = mapOf<Said>({
  POS: positive,
  DET: positive,
  NEG: negative,
  ND: negative,
  IND: unclear,
  E: unclear,
});

/** SNOMED CT qualifiers that laboratories report with (clinical reference §3). */
const qualifiers = mapOf<Said>({
  '10828004': positive,
  '260373001': positive,
  '720735008': presumptive,
  '260385009': negative,
  '260415000': negative,
  '419984006': unclear,
  '42425007': unclear,
  '125154007': notDone,
});

const words: readonly (readonly [Said, readonly string[]])[] = [
  [positive, ['positive', 'pos', 'detected', 'det', 'present', 'reactive', 'confirmed positive', '+']],
  [presumptive, ['presumptive positive', 'presumptive pos', 'presump pos', 'preliminary positive', 'unconfirmed positive', 'non-negative', 'non negative']],
  [negative, ['negative', 'neg', 'not detected', 'none detected', 'no drug detected', 'nd', 'absent', 'non-reactive', 'nonreactive', '-']],
  [unclear, ['indeterminate', 'ind', 'equivocal', 'inconclusive', 'borderline']],
  [notDone, ['not done', 'not performed', 'test not performed', 'tnp', 'qns', 'quantity not sufficient', 'insufficient quantity', 'specimen unsatisfactory', 'cancelled', 'canceled', 'not tested']],
]; // prettier-ignore
const saidByWord: ReadonlyMap<string, Said> = new Map(
  words.flatMap(([said, list]) => list.map((word) => [word, said])),
);

/** Longer than any word or amount that is known: not looked at, so that a hostile text costs nothing. */
export const tooLong = (text: string): boolean => text.length > 100;

/** A word as a laboratory spells it: any case, spaces, a flag in brackets, full stops. */
export const saidIn = (text: string): Said | undefined =>
  tooLong(text)
    ? undefined
    : saidByWord.get(
        text
          .toLowerCase()
          .replace(/\s*[([](a|h|n|abnormal|normal)[)\]]$/, '')
          .replace(/[.*!]/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      );

/** Codes that laboratories use in another sense than HL7: `ND` is "not done" to many. Their words tell which. */
const twoSenses: readonly string[] = ['ND'];

/** What a coded value says; a code of the laboratory's own is read by its words. Codings that disagree say nothing. */
export function saidBy({ coding, text = '' }: CodeableConcept): Said | 'contradiction' | undefined {
  const all = [...coding.flatMap(saidByCoding), saidIn(text)].filter((said) => said !== undefined);
  const [first] = all;
  if (first && all.some(({ outcome }) => outcome !== first.outcome)) return 'contradiction';
  return all.find((said) => said.presumptive === true) ?? first;
}

function saidByCoding({ system, code = '', display = '' }: Coding): readonly Said[] {
  const isSnomed = system === snomedSystem;
  const byCode = isSnomed ? qualifiers.get(code) : interpretations.get(code);
  const byWords = isSnomed && byCode === undefined ? undefined : saidIn(display);
  const said = byWords && twoSenses.includes(code) ? [byWords] : [byCode, byWords];
  return said.filter((one) => one !== undefined);
}

/** SNOMED CT, HL7 v2 table 0487 and v3 SpecimenType. Serum and plasma are blood here. */
const matrixByCode = mapOf<Matrix>({
  '122575003': 'urine',
  '278020009': 'urine',
  UR: 'urine',
  URN: 'urine',
  URC: 'urine',
  URT: 'urine',
  '441620008': 'oral-fluid',
  '119342007': 'oral-fluid',
  SAL: 'oral-fluid',
  '119297000': 'blood',
  '258580003': 'blood',
  '122555007': 'blood',
  '119364003': 'blood',
  '119361006': 'blood',
  BLD: 'blood',
  SER: 'blood',
  PLAS: 'blood',
  '122569007': 'sweat',
  SWT: 'sweat',
  '119326000': 'hair',
  HAR: 'hair',
  BRTH: 'breath',
  EXG: 'breath',
});
const matrixByWord = mapOf<Matrix>({
  urine: 'urine',
  'urine specimen': 'urine',
  'oral fluid': 'oral-fluid',
  saliva: 'oral-fluid',
  blood: 'blood',
  serum: 'blood',
  plasma: 'blood',
  sweat: 'sweat',
  hair: 'hair',
  breath: 'breath',
});

export function matrixOf({ coding, text = '' }: CodeableConcept): Matrix | undefined {
  const byCode = coding.map(({ code = '' }) => matrixByCode.get(code)).find((matrix) => matrix !== undefined);
  const byDisplay = coding.map(({ display = '' }) => matrixByWord.get(display.toLowerCase()));
  return byCode ?? byDisplay.find((matrix) => matrix !== undefined) ?? matrixByWord.get(text.toLowerCase().trim());
}
