import { globSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const table = 'docs/errors.md';
const isSpec = /[.]spec[.]tsx?$/;

interface Title {
  readonly error: number;
  readonly title: string;
  readonly file: string;
}

/** The specs that say which error of the list they keep out: `error 12: …`. */
function titlesIn(file: string): readonly Title[] {
  const found: Title[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      const [, error, title] = /^error (\d+): (.+)$/s.exec(node.text) ?? [];
      if (error !== undefined && title !== undefined) found.push({ error: Number(error), title, file });
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const titles = globSync(['libs/*/src/**/*.spec.{ts,tsx}', 'apps/*/src/**/*.spec.{ts,tsx}', 'test/**/*.spec.ts'])
  .filter((file) => isSpec.test(file) && !file.endsWith('errors.spec.ts'))
  .toSorted()
  .flatMap(titlesIn);

/** How a spec stands in the table. */
const cell = ({ title, file }: Title): string => `${title.replaceAll('|', '/')} (\`${file}\`)`;
const specsOf = (error: number): readonly string[] => [
  ...new Set(titles.filter((title) => title.error === error).map(cell)),
];

interface Row {
  readonly error: number;
  /** What is naive, and what is right. */
  readonly words: string;
  readonly specs: readonly string[];
}

function rowOf(line: string): Row | undefined {
  const [, error, words, specs] = /^\| (\d+) \| (.+ \| .+) \| ?(.*) \|$/.exec(line) ?? [];
  if (error === undefined || words === undefined || specs === undefined) return undefined;
  return { error: Number(error), words, specs: specs === '' ? [] : specs.split('<br>') };
}

// `STEPWAY_WRITE_DOCS=1 npm test -- test/architecture/errors.spec.ts` writes the specs that there are into the table.
if (process.env['STEPWAY_WRITE_DOCS'] === '1') {
  const lines = readFileSync(table, 'utf8').split('\n');
  const rewritten = lines.map((line) => {
    const row = rowOf(line);
    return row === undefined ? line : `| ${row.error} | ${row.words} | ${specsOf(row.error).join('<br>')} |`;
  });
  writeFileSync(table, rewritten.join('\n'));
}

describe('the errors that a clinician or coordinator would spot at once', () => {
  const rows = readFileSync(table, 'utf8')
    .split('\n')
    .flatMap((line) => rowOf(line) ?? []);

  it('are 32, in order', () => {
    expect(rows.map(({ error }) => error)).toEqual(Array.from({ length: 32 }, (_, at) => at + 1));
  });

  it.each(rows)('$error is kept out by specs with its number, and the table names them', ({ error, specs }) => {
    expect(specs.length).toBeGreaterThan(0);
    expect(specs.filter((spec) => !specsOf(error).includes(spec))).toEqual([]);
  });
});
