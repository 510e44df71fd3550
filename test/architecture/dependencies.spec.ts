import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.cwd();
const rules = join(root, '.dependency-cruiser.mjs');

/** One violation of each rule: [file, what it says]. */
const violations: Readonly<Record<string, readonly [string, string]>> = {
  'no-circular': ['libs/privacy/src/circle-a.ts', "import './circle-b.ts';"],
  'not-resolvable': ['libs/privacy/src/deep.ts', "import '@stepway/pathway/src/deep.ts';"],
  'by-name-only': ['libs/privacy/src/by-path.ts', "import '../../pathway/src/index.ts';"],
  'libs-not-to-apps': ['libs/privacy/src/to-app.ts', "import '../../../apps/api/src/main.ts';"],
  'pathway-is-pure': ['libs/pathway/src/impure.ts', "import 'node:fs';"],
  'contracts-know-pathway-only': ['libs/contracts/src/too-much.ts', "import '@stepway/privacy';"],
  'clinical-codes-are-pure': ['libs/clinical-codes/src/reads.ts', "import 'node:fs';"],
  'client-stands-alone': ['libs/client/src/inside.ts', "import '@stepway/event-log';"],
  'siblings-do-not-know-each-other': ['libs/privacy/src/sibling.ts', "import type { a } from '@stepway/event-log';"],
  'workflows-are-replayable': ['workflows/episode-of-care/src/random.ts', "import 'node:crypto';"],
  'only-the-worker-runs-workflows': ['apps/api/src/runs.ts', "import '@stepway/episode-of-care';"],
  'dashboard-knows-contracts-only': ['apps/dashboard/src/rules.tsx', "import '@stepway/pathway';"],
  'nest-lives-in-apps': ['libs/privacy/src/nest.ts', "import '@nestjs/common';"],
  'programs-without-tests': ['libs/privacy/src/tests.ts', "import '@stepway/test-support';"],
  'programs-without-infra': ['apps/cli/src/infra.ts', "import '../../../infra/paths.mjs';"],
};

/** Follows the arrows. */
const allowed: Readonly<Record<string, string>> = {
  'libs/privacy/src/good.ts': "import '@stepway/contracts'; import 'node:fs';",
  'libs/clinical-codes/src/good.ts': "import '@stepway/pathway';",
  'libs/privacy/src/good.int.spec.ts': "import '@stepway/test-support';",
  'apps/worker/src/good.ts': "import '@stepway/episode-of-care'; import '@nestjs/common';",
};

describe('the architecture rules', () => {
  let house: string;
  let found: readonly { readonly rule: string; readonly from: string }[];

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'stepway-planted-'));
    const planted = Object.fromEntries(Object.values(violations));
    const files = { ...emptyHouse, ...planted, 'libs/privacy/src/circle-b.ts': "import './circle-a.ts';", ...allowed };
    for (const [file, content] of Object.entries(files)) write(house, file, content);
    for (const [name, folder] of Object.entries(packages)) link(house, name, folder);
    found = violationsIn(house);
  });
  afterAll(() => rmSync(house, { recursive: true }));

  it.each(Object.entries(violations))('find a planted violation of %s', (rule, [from]) => {
    expect(found).toContainEqual({ rule, from });
  });

  it.each(Object.keys(allowed))('let %s through', (file) => {
    expect(found.filter(({ from }) => from === file)).toEqual([]);
  });

  it('are all proved here', () => {
    const names = `import('${rules}').then((m) => console.log(JSON.stringify(m.default.forbidden.map((r) => r.name))))`;
    expect(JSON.parse(execFileSync(process.execPath, ['-e', names]).toString())).toEqual(Object.keys(violations));
  });
});

function violationsIn(house: string): { rule: string; from: string }[] {
  const { stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['--output-type', 'json', '--config', rules, 'apps', 'libs', 'workflows'],
    { cwd: house, encoding: 'utf8' },
  );
  if (!stdout) throw new Error(stderr);
  const report = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return report.summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
}

const packages = {
  pathway: 'libs/pathway',
  contracts: 'libs/contracts',
  privacy: 'libs/privacy',
  'event-log': 'libs/event-log',
  'episode-of-care': 'workflows/episode-of-care',
  'test-support': 'test/support',
};

const emptyHouse = {
  'apps/api/src/main.ts': '',
  'infra/paths.mjs': '',
  'node_modules/@nestjs/common/package.json': '{ "name": "@nestjs/common", "main": "index.js" }',
  'node_modules/@nestjs/common/index.js': '',
  ...Object.fromEntries(
    Object.entries(packages).flatMap(([name, folder]) => [
      [
        `${folder}/package.json`,
        `{ "name": "@stepway/${name}", "exports": { ".": { "@stepway/source": "./src/index.ts" } } }`,
      ],
      [`${folder}/src/index.ts`, ''],
    ]),
  ),
};

function write(house: string, file: string, content: string): void {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function link(house: string, name: string, folder: string): void {
  mkdirSync(join(house, 'node_modules/@stepway'), { recursive: true });
  symlinkSync(join(house, folder), join(house, 'node_modules/@stepway', name));
}
