import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Never said to or of a person (pathway, words on the screen). */
const never = /\b(dirty|addicts?|abusers?|abuse|relapsers?|offenders?|MAT|non-?compliant)\b/;
/** On the screen no one is a user, no test is clean, and nobody failed or refused. */
const neverOnScreen = new RegExp(`${never.source}|\\b(clean|users?|failed|refused)\\b`);
/** In a document these words are right of a program, and wrong of a person or a test. */
const neverInDocuments = new RegExp(
  `${never.source}|\\bclean (tests?|specimens?|urines?|screens?|results?)\\b|\\b(drug|substance|opioid) users?\\b` +
    `|\\b(who|they|he|she|person|people|patients?) (has |have |had |was |were )?(failed|refused)\\b`,
);
/** The same of Spanish: no one is an addict, abuses, fails, refuses or relapses, and no test is clean. */
const neverInSpanish =
  /(?<!\p{L})((drog|ex)?adict[oa]s?|toxicóman[oa]s?|limpi[oa]s?|suci[oa]s?|abus[oa]\p{L}*|usuari[oa]s?|fall(a|ó|aron|ad[oa]s?)|rechaz\p{L}*|se neg(ó|aron)|reca(er|yó|íd[oa]s?)|delincuentes?|incumpl\p{L}*)(?!\p{L})/iu;
/** MAT is an abbreviation; the other words are wrong in any case. */
const said = (words: RegExp, text: string): string[] =>
  [...text.matchAll(new RegExp(words.source, words.flags.includes('u') ? 'giu' : 'gi'))]
    .map(([word]) => word)
    .filter((word) => !/^mat$/i.test(word) || word === 'MAT');

/** Texts in a program: strings and what stands between tags; neither comments nor names. */
function textsIn(file: string, source: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(
    ts.createSourceFile(
      file,
      source,
      ts.ScriptTarget.Latest,
      false,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return found;
}

const files = (...patterns: readonly string[]): string[] =>
  globSync([...patterns], {
    exclude: (name) => /^(node_modules|dist|specs|testing)$|[.]spec[.]tsx?$/.test(name.split('/').at(-1) ?? ''),
  });
const read = (file: string): string => readFileSync(file, 'utf8');
const wrong = (found: readonly string[], words: RegExp, textsOf: (file: string) => readonly string[]): string[] =>
  found.flatMap((file) => textsOf(file).flatMap((text) => said(words, text).map((word) => `${file}: ${word}`)));

const keysOf = (source: string): ReadonlySet<string> =>
  new Set([...source.matchAll(/^  '?([A-Za-z-]+)'?:/gm)].map(([, key = '']) => key));

describe('the words that people read', () => {
  // All texts of the page stand in one place (`texts.spec.ts`); the sentences of decisions come from the rules, the
  // names of levels from the programme.
  const programs = files('apps/dashboard/src/texts/en/**/*.ts', 'libs/pathway/src/**/*.ts');
  const data = files('libs/pathway/programmes/*.json', 'apps/dashboard/index.html');
  const documents = files('*.md', 'docs/**/*.md', 'apps/*/README.md', 'libs/*/README.md');

  it('error 30: put the person first on the screen', () => {
    expect(programs.length).toBeGreaterThan(50);
    expect(wrong(programs, neverOnScreen, (file) => textsIn(file, read(file)))).toEqual([]);
    expect(wrong(data, neverOnScreen, (file) => [read(file)])).toEqual([]);
  });

  it('error 30: put the person first in Spanish', () => {
    const spanish = files('apps/dashboard/src/texts/es/**/*.ts');
    expect(spanish.length).toBeGreaterThan(20);
    expect(wrong(spanish, neverInSpanish, (file) => textsIn(file, read(file)))).toEqual([]);
  });

  it('error 30: put the person first in the documents', () => {
    expect(documents).toContain('README.md');
    expect(wrong(documents, neverInDocuments, (file) => [read(file)])).toEqual([]);
  });

  it('name every rule that is tried, none by its id', () => {
    const named = /(?:\b(?:rule|name): |(?:Name|Received|ByAPerson) = )'([a-z-]+)'/g;
    const concerns = files('libs/pathway/src/{drug-testing,transitions,withdrawn-facts}/**/*.ts');
    const rules = concerns.flatMap((file) => [...read(file).matchAll(named)].map(([, id = '']) => id));
    const words = keysOf(read('apps/dashboard/src/texts/en/rules.ts'));
    expect(rules).toEqual(expect.arrayContaining(['minimum-stay', 'falling-level', 'confirmation-not-received']));
    expect(rules.filter((rule) => !words.has(rule))).toEqual([]);
    // One that no rule has any more says nothing to anybody.
    expect([...words].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it('say everything that the API refuses in the words of the page', () => {
    const named = /\b(?:name: '([A-Za-z-]+)', status|name: '([A-Za-z-]+)',\n\s+status)|^  ([A-Z]\w+): words\(/gm;
    const refusals = files('apps/api/src/{commands,http,queries,auth}/**/*.ts').flatMap((file) =>
      [...read(file).matchAll(named)].map(([, one, other, rejection]) => one ?? other ?? rejection ?? ''),
    );
    const words = new Set(
      ['problems', 'rejections'].flatMap((place) => [...keysOf(read(`apps/dashboard/src/texts/en/${place}.ts`))]),
    );
    expect(refusals).toEqual(expect.arrayContaining(['HoldTooLong', 'version-mismatch', 'not-found']));
    expect(refusals.filter((name) => !words.has(name))).toEqual([]);
  });

  it('are found in a text, in a tag and in a template, and in no comment and no name', () => {
    const planted = '/* a user */ const user = `${1} failed`; const view = <p title="dirty">Clean for 3 days</p>;';
    expect(textsIn('planted.tsx', planted).flatMap((text) => said(neverOnScreen, text))).toEqual([
      'failed',
      'dirty',
      'Clean',
    ]);
    expect(said(neverInSpanish, 'La persona falló, una recaída; la usuaria; el fallecimiento, los fármacos.')).toEqual([
      'falló',
      'recaída',
      'usuaria',
    ]);
    expect(said(neverInDocuments, 'The request was refused; a patient refused; MAT; a mat.')).toEqual([
      'patient refused',
      'MAT',
    ]);
  });
});
