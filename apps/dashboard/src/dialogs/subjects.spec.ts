import type { EpisodeView, EventView } from '@stepway/contracts';
import { subjectsOf, type SubjectWords } from './subjects.ts';

const words = { fact: ({ id }: EventView) => `the fact ${id}` } as SubjectWords;
const sessions = Array.from({ length: 300 }, (_, at): EventView => ({
  id: `e${at}`,
  type: 'SessionRecorded',
  version: 300 - at,
  occurredAt: '2026-11-20T14:10:00.000Z',
  data: {},
}));
const found = (events: readonly EventView[], about?: string) =>
  subjectsOf('WithdrawFact', 'eventId', { journey: {} as EpisodeView, events, words, about })?.map(({ id }) => id);

describe('the facts that may be taken back', () => {
  it('are the newest ones, and the one that the dialog was opened for, however old', () => {
    expect(found(sessions)).toHaveLength(200);
    expect(found(sessions, 'e250')).toHaveLength(201);
    expect(found(sessions, 'e250')).toContain('e250');
  });
  it('are none that were taken back already, and none that a rule made', () => {
    const [session] = sessions;
    if (session === undefined) throw new Error('no session');
    const withdrawn = { ...session, id: 'w', type: 'FactWithdrawn', data: { eventId: 'e0' } };
    expect(found([withdrawn, session, { ...session, id: 'task', type: 'TaskOpened' }])).toEqual([]);
  });
});
