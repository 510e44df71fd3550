import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { checkProgramme, checkReport, checkResult } from './check-programme.ts';

const shipped = (name: string) => join(programmesDir({}), name);
const known = () => readProgrammes(programmesDir({})).all;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepway-programmes-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = join(folder, 'ours.v1.json');
  writeFileSync(file, text);
  return file;
}

describe('a programme that is sound', () => {
  it('is said to be, with what it is', () => {
    const checked = checkProgramme(shipped('full-continuum.v1.json'), known);
    expect(checkReport(checked)).toMatch(
      /^full-continuum\.v1\.json is sound: full-continuum version 1, 8 levels, 6 of them on the ladder, \d+ medications, /,
    );
    expect(checkResult(checked)).toMatchObject({
      sound: true,
      programme: { id: 'full-continuum', version: 1 },
      faults: [],
    });
  });

  it('may be of the first format, where a later version completes it', () => {
    expect(checkResult(checkProgramme(shipped('standard-four.v1.json'), known)).sound).toBe(true);
  });
});

describe('a programme that is not sound', () => {
  it('has its faults listed, each with its place', () => {
    const [any] = known();
    const file = written(JSON.stringify({ ...any, ladder: [], stepDown: { mode: 'always', proposalHours: 0 } }));
    const checked = checkProgramme(file, known);
    expect(checkReport(checked).split('\n')).toEqual([
      'ours.v1.json cannot be published, it has 5 faults:',
      '  /ladder                         must not be empty',
      '  /stepDown/mode                  must be one of automatic, confirm',
      '  /stepDown/whenUnknown           is missing',
      '  /stepDown/proposalHours         must be above 0',
      '  /stepDown/therapistMeetingDays  is missing',
    ]);
    expect(checkResult(checked)).toMatchObject({ sound: false, programme: null });
  });

  it('is said to be no JSON, with the place', () => {
    const checked = checkProgramme(written('{ "id": "ours", }'), known);
    expect(checkReport(checked)).toMatch(
      /^ours\.v1\.json cannot be published, it has a fault:\n {4}is not JSON: .*position/,
    );
  });

  it('is said to be unreadable where there is no file', () => {
    expect(checkReport(checkProgramme(join(folder, 'nowhere.json'), known))).toContain('there is no such file');
    expect(checkReport(checkProgramme(folder, known))).toContain('it is a folder');
  });
});
