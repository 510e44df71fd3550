import { readFileSync } from 'node:fs';

/** Licences that the house may use without a word more (CONTRIBUTING, NOTICE). */
const usable = ['Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'MPL-2.0', 'BlueOak-1.0.0'];

/** Other licences, each looked at and named in NOTICE. */
const lookedAt: Readonly<Record<string, string>> = {
  '@asyncapi/parser/node_modules/argparse': 'Python-2.0',
  '@fontsource-variable/inter': 'OFL-1.1',
  'caniuse-lite': 'CC-BY-4.0',
  'fast-sha256': 'Unlicense',
  'fs-monkey': 'Unlicense',
  isbot: 'Unlicense',
  'mocha/node_modules/argparse': 'Python-2.0',
  unionfs: 'not named in its package file; Unlicense in the LICENSE beside it',
};

interface Package {
  readonly license?: string;
  readonly link?: boolean;
}
const { packages }: { packages: Record<string, Package> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const fromRegistry = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
const nameOf = (path: string): string => path.replace(/^.*?node_modules\//, '');

/** "A AND B" asks for both, "(A OR B)" lets us choose. */
const isUsable = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((all) => all.split(' OR ').some((one) => usable.includes(one)));

describe('every package that we install', () => {
  it('has a licence that we may use, or is looked at and named in NOTICE', () => {
    expect(fromRegistry.length).toBeGreaterThan(800);
    const others = fromRegistry.filter(([, { license = 'none' }]) => !isUsable(license)).map(([path]) => nameOf(path));
    expect(others.toSorted()).toEqual(Object.keys(lookedAt).toSorted());
    const notice = readFileSync('NOTICE', 'utf8');
    expect(
      Object.keys(lookedAt).filter((name) => !notice.includes(name.split('/node_modules/').at(-1) ?? name)),
    ).toEqual([]);
  });

  it('would be caught with another licence', () => {
    expect(['GPL-3.0', 'MIT AND GPL-3.0', 'none'].filter(isUsable)).toEqual([]);
    expect(isUsable('(MIT OR GPL-3.0)')).toBe(true);
  });
});
