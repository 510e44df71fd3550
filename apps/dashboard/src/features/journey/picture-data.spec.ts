import type { EpisodeView, EventView } from '@stepway/contracts';
import { pictureData, ticks } from './picture-data.ts';
import { pictureSentence } from './picture-sentence.ts';

const now = Date.parse('2026-11-23T15:00:00.000Z');
const journey: EpisodeView = {
  episodeId: 'e',
  patientId: 'p',
  version: 9,
  status: 'active',
  programme: { id: 'standard-four', version: 1 },
  siteId: 'main',
  level: 'iop',
  levelSince: '2026-09-10T15:00:00.000Z',
  openedAt: '2026-08-01T12:00:00.000Z',
  dischargedAt: null,
  dischargeReason: null,
  previousEpisodeId: null,
  nextEpisodeId: null,
  allowed: [],
  diedAt: null,
  discharges: [],
  followUps: [],
  termination: null,
  transition: null,
  patientDecisions: [],
  therapistMeetings: [],
  slots: [],
  holds: [{ holdId: 'h', placedAt: '2026-10-05T12:00:00.000Z', until: '2026-10-16T12:00:00.000Z', endedAt: null }],
  goals: [],
  goalDomainsWithoutGoal: [],
  attendanceWeeks: [],
  outreach: [],
  aftercarePlan: null,
  scheduledTests: [],
  testsNotCollected: [],
  acknowledgedUses: [],
  medications: [],
  specimens: [],
  uses: [],
  stays: [
    { level: 'residential', since: '2026-08-01T15:00:00.000Z', until: '2026-09-10T15:00:00.000Z' },
    { level: 'iop', since: '2026-09-10T15:00:00.000Z', until: null },
  ],
  tasks: [],
  nextDue: null,
  name: null,
};
const event = (version: number, type: string, occurredAt: string, data: Record<string, unknown>): EventView => ({
  id: String(version),
  type,
  version,
  occurredAt,
  data,
});
const move = { transitionId: 't', kind: 'step-down', from: 'residential', to: 'iop' };
const started = event(5, 'TransitionStarted', '2026-09-03T15:00:00.000Z', {
  ...move,
  grounds: [],
  handOffDueAt: '2026-09-10T16:00:00.000Z',
});
const missed = event(6, 'HandOffMissed', '2026-09-07T15:00:00.000Z', {
  transitionId: 't',
  times: 1,
  reasonCode: 'did-not-attend',
});
const completed = event(7, 'TransitionCompleted', '2026-09-10T15:00:00.000Z', {
  ...move,
  attendedAt: '2026-09-10T15:00:00.000Z',
});

describe('the picture of a journey', () => {
  const seen = pictureData({ journey, events: [completed, missed, started], decisions: [], weeks: [] }, now);

  it('shows a hand-off from its start to the first attended service, with what was missed between', () =>
    expect(seen.ways).toEqual([
      expect.objectContaining({
        to: 'iop',
        seen: true,
        startedAt: Date.parse(started.occurredAt),
        endedAt: Date.parse('2026-09-10T15:00:00.000Z'),
        missedAt: [Date.parse(missed.occurredAt)],
      }),
    ]));

  it('reaches to the deadline of an open hand-off', () => {
    const due = '2026-11-26T15:00:00.000Z';
    const open = { ...started, data: { ...started.data, handOffDueAt: due } };
    expect(pictureData({ journey, events: [open], decisions: [], weeks: [] }, now).to).toBe(Date.parse(due));
  });

  it('is said in one sentence', () =>
    expect(pictureSentence(seen, (id) => id).replaceAll('\u00a0', ' ')).toBe(
      'Levels over time: residential 40 d, then iop 74 d so far; automatic moves paused once.',
    ));
});

describe('the ticks of the axis', () => {
  const from = Date.parse('2026-08-03T00:00:00.000Z');

  it('are weeks for a short journey', () =>
    expect(ticks({ from, to: from + 28 * 86_400_000 }, 600).map(({ at }) => new Date(at).getUTCDay())).toEqual([
      1, 1, 1, 1, 1,
    ]));

  it('are months for a longer one', () =>
    expect(ticks({ from, to: from + 200 * 86_400_000 }, 600).map(({ at }) => new Date(at).getUTCDate())).toEqual([
      1, 1, 1, 1, 1, 1,
    ]));

  it('never stand closer than asked', () => {
    const span = { from, to: from + 900 * 86_400_000 };
    const found = ticks(span, 600);
    const perMs = 600 / (span.to - span.from);
    found.slice(1).forEach(({ at }, index) => expect((at - (found[index]?.at ?? 0)) * perMs).toBeGreaterThan(58));
  });
});

describe('the strip of weekly screens', () => {
  const weeksFrom = (from: string) => [{ week: 1, from, symbol: '-' as const }];
  const endedAt = (from: string) =>
    pictureData({ journey, events: [], decisions: [], weeks: weeksFrom(from) }, now).planEndedAt;

  it('ends with its plan: screens after that stand in no week, and the picture says so', () =>
    expect(endedAt('2026-01-05')).toBe(Date.parse('2026-01-12')));
  it('has no end while its plan goes on', () =>
    expect(endedAt(new Date(now - 3 * 86_400_000).toISOString().slice(0, 10))).toBeUndefined());
});
