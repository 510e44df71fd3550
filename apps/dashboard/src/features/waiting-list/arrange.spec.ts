import type { WaitingListItem } from '@stepway/contracts';
import { clocksOf, dialogOf, nextAct, numbered, otherActs, waitingShown } from './arrange.ts';

const now = Date.parse('2026-11-23T15:00:00.000Z');
const inHours = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
const applicant = (id: string, over: Partial<WaitingListItem> = {}): WaitingListItem => ({
  episodeId: id,
  patientId: id,
  version: 1,
  siteId: 'main',
  programme: 'standard-four',
  queue: 'applicants',
  level: 'iop',
  from: null,
  since: inHours(-24),
  priority: 'injecting',
  admitBy: inHours(300),
  interimServicesBy: inHours(24),
  interimServicesAt: null,
  urgent: false,
  transitionId: null,
  offer: null,
  name: null,
  ...over,
});
const move = applicant('m', {
  queue: 'moves',
  from: 'iop',
  level: 'residential',
  priority: null,
  admitBy: null,
  interimServicesBy: null,
  transitionId: 't-1',
});
const offer = { slotId: 's1', startsAt: inHours(30), keptUntil: inHours(30) };

describe('who waits for a place', () => {
  it('keeps their number in the order of the law, whatever is filtered', () => {
    const rows = numbered([applicant('a'), applicant('b', { siteId: 'northgate' }), move]);
    expect(waitingShown(rows, { site: 'northgate' }).map(({ place }) => place)).toEqual([2]);
    expect(waitingShown(rows, { view: 'moves' }).map(({ place }) => place)).toEqual([1]);
  });

  it('has the clocks that still run, the earliest end first', () => {
    expect(clocksOf(applicant('a')).map(({ clock }) => clock)).toEqual(['interim', 'admit']);
    expect(clocksOf(applicant('a', { interimServicesAt: inHours(-1) })).map(({ clock }) => clock)).toEqual(['admit']);
    expect(clocksOf(move)).toEqual([]);
  });

  it('gets interim services, then a place, then arrives', () => {
    expect(nextAct(applicant('a'), now)).toBe('interim');
    expect(nextAct(applicant('a', { interimServicesAt: inHours(-1) }), now)).toBe('offer');
    expect(nextAct(applicant('a', { offer }), now)).toBe('admit');
    expect(nextAct({ ...move, offer }, now)).toBe('arrive');
    expect(nextAct({ ...move, offer: { ...offer, keptUntil: inHours(-1) } }, now)).toBe('offer');
  });

  it('may decline a place that is offered, and an applicant may go elsewhere', () => {
    expect(otherActs(applicant('a', { offer }), now)).toEqual(['offer', 'interim', 'close', 'decline']);
    expect(otherActs(move, now)).toEqual(['arrive']);
    expect(dialogOf('decline', { ...move, offer })).toEqual({ do: 'decline-slot', of: 'm', about: 's1' });
    expect(dialogOf('arrive', move)).toEqual({ do: 'complete-hand-off', of: 'm', about: 't-1' });
  });
});
