import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.cwd();

describe('the architecture rules', () => {
  const violations: Record<string, Record<string, string>> = {
    'no-circular': { 'libs/privacy/src/a.ts': "import './b.ts';", 'libs/privacy/src/b.ts': "import './a.ts';" },
    'not-resolvable': { 'libs/privacy/src/a.ts': "import '@stepway/pathway/src/deep.ts';" },
    'by-name-only': { 'libs/privacy/src/a.ts': "import '../../pathway/src/index.ts';" },
    'libs-not-to-apps': { 'libs/privacy/src/a.ts': "import '../../../apps/api/src/main.ts';" },
    'pathway-is-pure': { 'libs/pathway/src/a.ts': "import 'node:fs';" },
    'contracts-know-pathway-only': { 'libs/contracts/src/a.ts': "import '@stepway/privacy';" },
    'siblings-do-not-know-each-other': { 'libs/privacy/src/a.ts': "import type { a } from '@stepway/event-log';" },
    'workflows-are-replayable': { 'workflows/episode-of-care/src/a.ts': "import 'node:crypto';" },
    'only-the-worker-runs-workflows': { 'apps/api/src/a.ts': "import '@stepway/episode-of-care';" },
    'dashboard-knows-contracts-only': { 'apps/dashboard/src/a.tsx': "import '@stepway/pathway';" },
    'nest-lives-in-apps': { 'libs/privacy/src/a.ts': "import '@nestjs/common';" },
    'programs-without-tests': { 'libs/privacy/src/a.ts': "import '@stepway/test-support';" },
    'programs-without-infra': { 'apps/cli/src/a.ts': "import '../../../infra/paths.mjs';" },
  };

  it.each(Object.entries(violations))('find a planted violation of %s', (rule, files) => {
    expect(rulesBrokenBy(files)).toContain(rule);
  });

  it('let a use through that follows the arrows', () => {
    expect(
      rulesBrokenBy({
        'libs/privacy/src/a.ts': "import '@stepway/contracts'; import 'node:fs';",
        'libs/privacy/src/a.int.spec.ts': "import '@stepway/test-support';",
        'apps/worker/src/a.ts': "import '@stepway/episode-of-care'; import '@nestjs/common';",
      }),
    ).toEqual([]);
  });

  it('are all proved here', () => {
    const list = `import('${join(root, '.dependency-cruiser.mjs')}').then((m) => console.log(JSON.stringify(m.default.forbidden.map((r) => r.name))))`;
    expect(JSON.parse(execFileSync(process.execPath, ['-e', list]).toString())).toEqual(Object.keys(violations));
  });
});

/** Names of the rules that a small house breaks when these files are put into it. */
function rulesBrokenBy(files: Record<string, string>): string[] {
  const house = mkdtempSync(join(tmpdir(), 'stepway-planted-'));
  try {
    for (const [file, content] of Object.entries({ ...emptyHouse, ...files })) write(house, file, content);
    for (const [name, folder] of Object.entries(packages)) link(house, name, folder);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...[join(root, 'node_modules/.bin/depcruise'), '--output-type', 'json'],
        ...['--config', join(root, '.dependency-cruiser.mjs'), 'apps', 'libs', 'workflows'],
      ],
      { cwd: house, encoding: 'utf8' },
    );
    if (!stdout) throw new Error(stderr);
    const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(report.summary.violations.map(({ rule }) => rule.name))];
  } finally {
    rmSync(house, { recursive: true });
  }
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
  'apps/dashboard/src/main.tsx': '',
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
