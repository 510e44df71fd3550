import { globSync, readFileSync } from 'node:fs';
import { commandTypes, dispositions, taskKinds } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';

const { newest, sites } = readProgrammes(programmesDir({}));
const rules = readSources('libs/pathway/src/transitions/**/*.ts');

function readSources(pattern: string): string {
  const files = globSync(pattern).filter((file) => !file.endsWith('.spec.ts'));
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Whether what a reference of the table names is there. */
function isThere(reference: string): boolean {
  const [kind = '', ...rest] = reference.split(' ');
  const name = rest.join(' ');
  switch (kind) {
    case 'command':
      return commandTypes.some((type) => type === name);
    case 'task':
      return taskKinds.some((task) => task === name);
    case 'disposition':
      return dispositions.some((disposition) => disposition === name);
    case 'rule':
      return rules.includes(`'${name}'`);
    case 'code':
      return isDeclared(name);
    default:
      return isInData(newest(kind) ?? sites.find(({ siteId }) => siteId === kind), name);
  }
}

function isDeclared(place: string): boolean {
  const [file = '', name = ''] = place.split('#');
  return new RegExp(`^export (const|function|interface|type) ${name}\\b`, 'm').test(readFileSync(file, 'utf8'));
}

/** `/pointer`, `/pointer = value` or `/pointer has member`. */
function isInData(data: unknown, wanted: string): boolean {
  const [, pointer = '', sign, value] = /^(\/\S+)(?: (=|has) (.+))?$/.exec(wanted) ?? [];
  const found = pointer.split('/').slice(1).reduce<unknown>(field, data);
  if (sign === '=') return String(found) === value;
  if (sign === 'has')
    return Array.isArray(found) && found.some((member) => String(field(member, 'code') ?? member) === value);
  return found !== undefined;
}

const field = (at: unknown, name: string): unknown =>
  typeof at === 'object' && at !== null ? Object.entries(at).find(([key]) => key === name)?.[1] : undefined;

interface Row {
  readonly number: number;
  readonly references: readonly string[];
}

const checklist: readonly Row[] = readFileSync('docs/checklist.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [, number, , , where = ''] = line.split('|');
    return { number: Number(number), references: [...where.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one) };
  });

describe('the checklist of what the articles name', () => {
  it('has its 55 rows, in order', () => {
    expect(checklist.map(({ number }) => number)).toEqual(Array.from({ length: 55 }, (_, at) => at + 1));
  });

  it.each(checklist)('row $number says where it lives, and it is there', ({ references }) => {
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((reference) => !isThere(reference))).toEqual([]);
  });
});

describe('a reference that leads nowhere', () => {
  it.each([
    'command GiveSticker',
    'task make-coffee',
    'disposition guilty',
    'rule no-such-rule',
    'code libs/pathway/src/programme/services.ts#chairs',
    'standard-four /levels/iop/hoursPerWeek/adult/minimum = 12',
    'standard-four /levels/iop/services has skydiving',
    'standard-four /levels/hospital',
    'three-steps /ladder',
    'main /crisisLines',
  ])('is found: %s', (reference) => expect(isThere(reference)).toBe(false));
});
