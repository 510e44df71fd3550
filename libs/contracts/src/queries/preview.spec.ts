import { previewCommands, PreviewRequest } from './preview.ts';

const at = '2027-03-01T14:00:00.000Z';
const opening = { at, command: 'OpenEpisode', body: { siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' } };
const programme = { id: 'standard-four', version: 9 };
const asked = (...commands: readonly object[]) => previewCommands(PreviewRequest.parse({ commands }), programme);

describe('the commands of a test patient', () => {
  it('open an episode on the version that is tried, and need no patient', () => {
    expect(asked(opening)).toMatchObject({
      commands: [{ at, command: { type: 'OpenEpisode', programme, actor: { role: 'coordinator' }, occurredAt: at } }],
    });
  });

  it('may be of somebody who acts, and happen before they become known', () => {
    const admission = { at, command: 'Admit', role: 'nurse', actorId: 'ada', body: { level: 'iop', attendedAt: at } };
    const earlier = { ...admission, body: { ...admission.body, occurredAt: '2027-02-28T10:00:00Z' } };
    expect(asked(earlier)).toMatchObject({
      commands: [
        { command: { actor: { id: 'ada', kind: 'person', role: 'nurse' }, occurredAt: '2027-02-28T10:00:00.000Z' } },
      ],
    });
  });

  it('are checked as their routes would, with the place of each fault', () => {
    const wrong = { at, command: 'CompleteGoal', body: { goalId: 'a b' } };
    const read = asked(opening, { at, command: 'Admit' }, wrong);
    expect('faults' in read && read.faults.map(({ pointer }) => pointer)).toEqual([
      '/commands/1/body/level',
      '/commands/1/body/attendedAt',
      '/commands/2/body/goalId',
    ]);
  });

  it('stand in the order of time, and are followed for three years at most', () => {
    const faults = (request: object) =>
      PreviewRequest.safeParse(request).error?.issues.map(({ path }) => path.join('/'));
    expect(faults({ commands: [opening, { ...opening, at: '2027-02-28T14:00:00Z' }] })).toEqual(['commands/1/at']);
    expect(faults({ commands: [opening], until: '2027-02-28T14:00:00Z' })).toEqual(['until']);
    expect(faults({ commands: [opening], until: '2031-02-28T14:00:00Z' })).toEqual(['until']);
    expect(faults({ commands: [opening], until: '2029-02-28T14:00:00Z' })).toBeUndefined();
    // A gap between two of them is lived through as well: one of 6,000 years would keep the program that does it.
    const muchLater = { ...opening, at: '9027-03-01T14:00:00Z' };
    expect(faults({ commands: [opening, muchLater] })).toEqual(['commands/1/at']);
    expect(faults({ commands: [opening, { ...opening, at: '2029-03-01T14:00:00Z' }] })).toBeUndefined();
    expect(faults({ commands: [opening, muchLater], until: '9028-03-01T14:00:00Z' })).toEqual(['until']);
  });
});
