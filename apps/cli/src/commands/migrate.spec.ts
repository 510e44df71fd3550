import type { MovedJourney, MovedJourneys } from '@stepway/contracts';
import { everyPage, migratedInWords, type AskPage } from './migrate.ts';

const version = (number: number) => ({ id: 'standard-four', version: number });
const page = (items: readonly MovedJourney[], next: string | null): MovedJourneys => ({
  from: version(1),
  to: version(2),
  dry: false,
  items: [...items],
  next,
});
const moved = (episodeId: string): MovedJourney => ({ episodeId, outcome: 'moved' });

describe('a migration', () => {
  it('asks page after page until there is none', async () => {
    const asked: (string | undefined)[] = [];
    const ask: AskPage = async (cursor) => {
      asked.push(cursor);
      return cursor === undefined ? page([moved('a'), moved('b')], 'b') : page([moved('c')], null);
    };
    const said: number[] = [];
    expect(await everyPage(ask, (done) => said.push(done))).toEqual([moved('a'), moved('b'), moved('c')]);
    expect(asked).toEqual([undefined, 'b']);
    expect(said).toEqual([2, 3]);
  });

  it('says what would change for each, and what was refused, in words', () => {
    const nothing = {
      levels: {},
      deadlines: [],
      goals: { added: [], removed: [] },
      tasks: { opened: [], ended: [] },
      dispositions: [],
      moves: [],
    };
    const change = {
      ...nothing,
      levels: { iop: 'intensive' },
      deadlines: [{ cause: 'hand-off', subject: 't1', before: '2026-05-17T12:00:00.000Z', after: null }],
    };
    const refusal = { name: 'LevelHasNoCounterpart', title: 'No such level', rejection: { level: 'php' } };
    const journeys: MovedJourney[] = [
      { episodeId: 'a', outcome: 'would-move', change },
      { episodeId: 'b', outcome: 'would-move', change: nothing },
      { episodeId: 'c', outcome: 'refused', refusal },
    ];
    expect(migratedInWords({ dry: true, journeys }).split('\n')).toEqual([
      'a  iop is called intensive; hand off 2026-05-17 12:00 → not waited for',
      'b  nothing changes',
      'c  refused: No such level (php)',
      '2 journeys would be moved, 1 would be refused.',
    ]);
    expect(migratedInWords({ dry: false, journeys: [moved('a')] })).toBe('1 journeys were moved, 0 refused.');
  });
});
