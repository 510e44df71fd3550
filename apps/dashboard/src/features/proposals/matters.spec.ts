import type { EpisodeListItem } from '@stepway/contracts';
import { arranged, askedBy, dialogOf, groupOf, mattersOf } from './matters.ts';

const person = (id: string, over: Partial<EpisodeListItem>): EpisodeListItem => ({
  episodeId: id,
  patientId: id,
  version: 1,
  status: 'active',
  programme: { id: 'standard-four', version: 1 },
  siteId: 'main',
  level: 'iop',
  levelSince: '2026-11-01T12:00:00.000Z',
  openedAt: '2026-11-01T12:00:00.000Z',
  transition: null,
  holdUntil: null,
  flags: [],
  actBy: null,
  nextDue: null,
  openTasks: 0,
  lastScreen: null,
  weeks: [],
  name: null,
  ...over,
});
const proposed = (over: object = {}) => ({
  transitionId: 't-1',
  kind: 'step-up' as const,
  from: 'iop',
  to: 'residential',
  state: 'proposed' as const,
  deadlineAt: '2026-11-24T12:00:00.000Z',
  grounds: [],
  ...over,
});
const hold = { holdId: 'h1', placedAt: '2026-11-20T12:00:00.000Z', placedBy: 'ada', until: '2026-11-25T12:00:00.000Z' };
const wish = { requestedBy: 'eve', requestedAt: '2026-11-20T12:00:00.000Z', lapsesAt: '2026-11-23T12:00:00.000Z' };

describe('what waits for a decision', () => {
  it('is each matter of a person by itself, the least time left first', () => {
    const matters = mattersOf([person('p', { transition: proposed(), hold, termination: wish })]);
    expect(arranged(matters, {}).map(({ kind }) => kind)).toEqual(['end', 'proposal', 'hold']);
    expect(arranged(matters, { view: 'hold' }).map(({ id }) => id)).toEqual(['p.hold']);
  });

  it('stands apart by what it asks for', () => {
    const group = (over: Partial<EpisodeListItem>) => mattersOf([person('p', over)]).map(groupOf);
    expect(group({ transition: proposed({ escalatedAt: '2026-11-24T12:00:00.000Z' }) })).toEqual(['escalated']);
    expect(group({ transition: proposed({ reverses: 't-0' }) })).toEqual(['reversal']);
    expect(group({ transition: proposed() })).toEqual(['proposal']);
    expect(group({ termination: wish })).toEqual(['second']);
    expect(group({})).toEqual([]);
  });

  it('is decided in the dialog of its command, by somebody other than who asked', () => {
    const matters = mattersOf([person('p', { transition: proposed(), hold, termination: wish })]);
    expect(matters.map(dialogOf)).toEqual([
      { do: 'decide-proposal', of: 'p', about: 't-1' },
      { do: 'discharge-episode', of: 'p' },
      { do: 'place-hold', of: 'p', about: 'h1' },
    ]);
    expect(matters.map(askedBy)).toEqual([undefined, 'eve', 'ada']);
  });
});
