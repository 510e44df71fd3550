import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotATestPatient, preview, previewInWords } from './preview.ts';

const example = join(import.meta.dirname, '../../../../docs/examples/return-to-use.json');

describe('the preview of a programme', () => {
  it('lives a test patient through it, with what was decided and why', () => {
    const { programme, episode, decisions, refused } = preview('standard-four', example).preview;
    expect(programme.id).toBe('standard-four');
    expect(refused).toEqual([]);
    expect(decisions.map(({ about, outcome }) => [about, outcome])).toEqual([
      ['drug-test', 'awaiting-confirmation'],
      ['drug-test', 'unexpected-use'],
      ['step-up', 'started'],
    ]);
    expect(episode?.transition).toMatchObject({ kind: 'step-up', to: 'residential', state: 'started' });
  });

  it('asks a person where the programme does', () => {
    const { decisions, refused } = preview('full-continuum', example).preview;
    expect(refused).toEqual([]);
    expect(decisions.some(({ about }) => about === 'step-up')).toBe(true);
  });

  it('is told in words that a person can read, each decision with its sentence', () => {
    const words = previewInWords(preview('standard-four', example));
    expect(words).toContain('Unexpected positive (cocaine), treated as new use: more support begins');
    expect(words).toContain('Times are of America/New_York.');
    expect(words).toContain('2027-03-22 12:00  task opened: reassessment, for therapist, due 2027-03-23 12:00');
    expect(words).toContain(
      'transition started: step up, from Intensive outpatient (IOP), to Residential, hand off due',
    );
    expect(words).toContain('+ collected-since-admission: collected 2027-03-18 09:00, admitted 2027-03-02 09:00');
    expect(words).toMatch(/At the end: active, in Intensive outpatient \(IOP\); \d+ open tasks/);
    expect(words).not.toMatch(/T\d\d:\d\d.*Z/);
  });

  it('names what cannot be tried, and says what the rules refuse', () => {
    const folder = mkdtempSync(join(tmpdir(), 'preview-'));
    const written = (content: object): string => {
      const file = join(folder, 'patient.json');
      writeFileSync(file, JSON.stringify(content));
      return file;
    };
    const at = '2027-03-01T14:00:00Z';
    const opening = { at, command: 'OpenEpisode', body: { siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' } };
    const admission = { at, command: 'Admit', body: { level: 'nowhere', attendedAt: at } };
    expect(() => preview('standard-four', written({ commands: [] }))).toThrow(NotATestPatient);
    expect(() => preview('standard-four', written({ commands: [admission] }))).toThrow('opens an episode');
    const refusedOne = preview('standard-four', written({ commands: [opening, admission] }));
    expect(refusedOne.preview.refused).toMatchObject([
      { index: 1, command: 'Admit', rejection: { type: 'UnknownLevel' } },
    ]);
    expect(previewInWords(refusedOne)).toContain('Command 2, Admit, is refused: UnknownLevel.');
    expect(() => preview('standard-four', join(folder, 'nobody.json'))).toThrow(
      'cannot be read: there is no such file',
    );
    writeFileSync(join(folder, 'patient.json'), '{');
    expect(() => preview('standard-four', join(folder, 'patient.json'))).toThrow(/patient\.json is not JSON: /);
    rmSync(folder, { recursive: true });
  });
});
