import { readFileSync } from 'node:fs';
import { drugClasses, type Programme } from '@stepway/pathway';
import analytes from '../curation/analytes.json' with { type: 'json' };
import { curate, NotJudged } from '../curation/curate.ts';
import { readRawTable } from '../curation/raw-table.ts';
import { curatedTable } from '../curation/table.ts';
import { meaningOf, speaksForClass } from './meaning.ts';
import table from './table.json' with { type: 'json' };

const raw = readRawTable('libs/clinical-codes/fixtures');
const rows = raw.map((row) => ({ ...row, meaning: meaningOf(row.loinc) }));
type Row = (typeof rows)[number];
const about = (words: RegExp): readonly Row[] => rows.filter(({ display }) => words.test(display));
const classOf = ({ meaning }: Row): string | undefined => (meaning?.means === 'result' ? meaning.drugClass : undefined);
const classesOf = (list: readonly Row[]): readonly (string | undefined)[] => [...new Set(list.map(classOf))];
/** What the value sets say, and must not be believed. */
const rawSays = (list: readonly Row[], drugClass: string): boolean =>
  list.some(({ classes }) => classes.includes(drugClass));

describe('the curated table of urine drug tests', () => {
  it('knows each of the 1,693 codes of the value sets, and is what the judgements make of them', () => {
    expect(rows.length).toBe(1_693);
    expect(rows.filter(({ meaning }) => meaning === undefined)).toEqual([]);
    expect(table).toEqual(curatedTable(raw));
  });

  it('carries its source, its licence and the notice that LOINC asks for', () => {
    expect(table.source).toContain('b29bdcbf6db6f3de26486dbc3820572ee9a78b89');
    expect(table.licence).toContain('LOINC');
    expect(table.notice).toContain('http://loinc.org/license');
  });

  it('is not silent about a component that nobody has judged', () => {
    const row = { loinc: '999999-9', display: 'Newdrug [Presence] in Urine' };
    expect(() => curate(row, analytes)).toThrow(NotJudged);
  });

  it('is asked for a code that it does not hold, and says so', () => {
    expect(meaningOf('2345-7')).toBeUndefined();
  });
});

describe('of all rows of the value sets', () => {
  it('antagonists are never a class', () => {
    const antagonists = about(/naltrex|nalox|nalbuph|nalorph/i);
    expect(antagonists.length).toBeGreaterThan(25);
    expect(rawSays(antagonists, 'opioid')).toBe(true);
    expect(classesOf(antagonists)).toEqual([undefined]);
    expect(antagonists.filter(({ meaning }) => meaning && 'drugClass' in meaning)).toEqual([]);
  });

  it('cut-offs are never a result', () => {
    const cutoffs = about(/cutoff|\bCtO\b/i);
    expect(cutoffs.length).toBe(258);
    expect(new Set(cutoffs.map(({ meaning }) => meaning?.means))).toEqual(new Set(['cut-off', 'ask']));
  });

  it('panels, lists of names and calculated figures are never a result', () => {
    const others = about(/panel|\bpnl\b|\[Identifier\]|tested for|Z-score|adjusted for|\.total in/i);
    expect(others.length).toBeGreaterThan(70);
    expect(classesOf(others)).toEqual([undefined]);
  });

  it('withdrawn codes are never a result', () => {
    expect(classesOf(about(/^Deprecated/))).toEqual([undefined]);
  });

  it('nortapentadol and tapentadol are not fentanyl', () => {
    const tapentadol = about(/tapentadol/i).filter(({ display }) => !/panel|cutoff/i.test(display));
    expect(rawSays(tapentadol, 'fentanyl-type')).toBe(true);
    expect(classesOf(tapentadol)).toEqual(['other']);
  });

  it('methylphenidate and its metabolite are not amphetamines', () => {
    const methylphenidate = about(/methylphenidate \[|alpha-phenyl-2-piperidine/i);
    expect(rawSays(methylphenidate, 'amphetamine')).toBe(true);
    expect(classesOf(methylphenidate)).toEqual(['other']);
  });

  it.each(['methadone', 'buprenorphine', 'heroin', 'oxycodone'] as const)('%s has its own class alone', (own) => {
    const plain = rows.filter(({ classes, meaning }) => classes.includes(own) && meaning?.means === 'result');
    expect(plain.length).toBeGreaterThan(5);
    expect(rawSays(plain, 'opioid')).toBe(true);
    expect(classesOf(plain)).toEqual([own]);
  });

  it('error 2: methadone and buprenorphine are never opioids, by any name', () => {
    const named = about(/methadone|eddp|buprenorphine/i).map(classOf);
    expect(new Set(named)).toEqual(new Set(['methadone', 'buprenorphine', undefined]));
  });

  it('benzodiazepines are found although the value sets call most of them only non-opioid', () => {
    const missed = rows.filter((row) => classOf(row) === 'benzodiazepines' && row.classes.join() === 'non-opioid');
    expect(missed.length).toBeGreaterThan(100);
    const names = about(/\b\w*(azepam|azolam|azepoxide|clorazepate|clobazam)\w*/i).filter(
      ({ meaning }) => meaning?.means === 'result',
    );
    expect(classesOf(names)).toEqual(['benzodiazepines']);
  });

  it('the most specific class stands: methamphetamine, MDMA and fentanyl are not amphetamines and opioids', () => {
    expect(classesOf(about(/^methamphetamine \[/i).filter(classOf))).toEqual(['methamphetamine']);
    expect(classesOf(about(/^methylenedioxy\w+ \[/i).filter(classOf))).toEqual(['mdma']);
    expect(new Set(about(/fentan/i).map(classOf))).toEqual(new Set(['fentanyl', undefined]));
  });

  it('medicines, adulterants and what the value sets misplace are nobody’s use', () => {
    const misplaced = about(
      /^(levamisole|methylenedianiline|pentetrazol|papaverine|tyramine|sertraline|quetiapine|lithium|acetaminophen) /i,
    );
    expect(misplaced.length).toBeGreaterThan(15);
    expect(classesOf(misplaced)).toEqual([undefined]);
    expect(classesOf(about(/^(pentedrone|pentylone) \[/i))).toEqual(['other']);
  });

  it('screens are presumptive, confirmations definitive, and a code without a method says neither', () => {
    const stageOf = (row: Row) => (row.meaning?.means === 'result' ? (row.meaning.stage ?? 'none') : 'no result');
    const stages = (words: RegExp) => new Set(about(words).map(stageOf));
    expect(stages(/by Screen method|\bScn$/)).toEqual(new Set(['presumptive', 'no result']));
    expect(stages(/by Confirmatory method|\bCfm$/)).toEqual(new Set(['definitive', 'no result']));
    expect(meaningOf('3349-8')).toMatchObject({ drugClass: 'amphetamines', measures: 'presence' });
    expect(meaningOf('3349-8')).not.toHaveProperty('stage');
  });
});

describe('a negative', () => {
  it('of the class as a whole, or of its marker, speaks for the class', () => {
    expect(speaksForClass('opioids', [undefined])).toBe(true);
    expect(speaksForClass('fentanyl', ['norfentanyl'])).toBe(true);
    expect(speaksForClass('cocaine', ['benzoylecgonine'])).toBe(true);
  });

  it('of one analyte among many does not', () => {
    expect(speaksForClass('fentanyl', ['acetylfentanyl'])).toBe(false);
    expect(speaksForClass('benzodiazepines', ['lorazepam'])).toBe(false);
    expect(speaksForClass('other', ['tramadol'])).toBe(false);
  });

  it('of all the common ones together does', () => {
    const common = ['alpha-hydroxyalprazolam', '7-aminoclonazepam', 'lorazepam', 'nordiazepam', 'oxazepam'];
    expect(speaksForClass('benzodiazepines', common)).toBe(true);
  });

  it('is asked for by names that the table has', () => {
    const known = new Set(rows.map(({ meaning }) => (meaning?.means === 'result' ? meaning.analyte : undefined)));
    const markers = Object.values(analytes.speaksForClass).flatMap(({ alone, together }) => [...alone, ...together]);
    // Ethyl sulfate is reported beside the glucuronide; the value sets do not hold its code.
    expect(markers.filter((marker) => !known.has(marker))).toEqual(['ethyl-sulfate']);
    expect(Object.keys(analytes.speaksForClass).filter((name) => !drugClasses.some((known) => known === name))).toEqual(
      [],
    );
  });
});

describe('the analytes', () => {
  const { formulary }: Programme = JSON.parse(readFileSync('libs/pathway/programmes/standard-four.v1.json', 'utf8'));
  const inTable = new Set(rows.map(({ meaning }) => (meaning?.means === 'result' ? meaning.analyte : undefined)));

  it.each(
    [
      ['methadone', 'buprenorphine-depot', 'oxycodone', 'hydrocodone', 'codeine', 'fentanyl-patch', 'lorazepam'],
      ['diazepam', 'clonazepam', 'alprazolam', 'phenobarbital', 'zolpidem', 'tapentadol', 'methylphenidate'],
      ['lisdexamfetamine'],
    ].flat(),
  )('of %s are spelled as the formulary spells them', (medication) => {
    const { analytes: named = [], explains = [] } = formulary[medication] ?? {};
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((analyte) => !inTable.has(analyte))).toEqual([]);
    const classes = rows.filter(({ meaning }) => meaning?.means === 'result' && named.includes(meaning.analyte ?? ''));
    for (const one of classes) expect(explains).toContain(classOf(one));
  });
});
