import { PreviewRequest } from '@stepway/contracts';
import { courseOf, previewRequest, type TestCourse } from './course.ts';

const begin = Date.parse('2027-03-01T14:00:00Z');
const course: TestCourse = {
  ...{ siteId: 'main', entryLevel: 'iop', ageGroup: 'adult', followDays: 30 },
  happenings: [
    { key: 2, day: 20, kind: 'missed', drugClass: 'cocaine' },
    { key: 1, day: 10, kind: 'definitive', drugClass: 'cocaine' },
  ],
};
const at = (day: number) => new Date(begin + day * 86_400_000).toISOString();
const event = (version: number, type: string, day: number, data: Record<string, unknown>) => ({
  ...{ id: `e${version}`, type, version, occurredAt: at(day), data },
});
const preview = (events: ReturnType<typeof event>[]) => ({
  programme: { id: 'standard-four', version: 2 },
  ...{ episode: null, decisions: [], refused: [], events },
});

describe('what happens to a test patient', () => {
  it('is sent as the route takes it, in the order of time', () => {
    const request = PreviewRequest.parse(previewRequest(course, begin));
    expect(request.commands.map(({ command }) => command)).toEqual([
      ...['OpenEpisode', 'Admit', 'RecordDrugTestResult', 'RecordMissedDrugTest'],
    ]);
    expect(request.until).toBe(at(30));
  });
});

describe('the levels of a test patient over time', () => {
  const moved = [
    event(1, 'Admitted', 1, { level: 'iop', attendedAt: at(1) }),
    event(2, 'TransitionStarted', 10, { to: 'residential' }),
  ];

  it('are drawn as not yet seen until somebody has seen the person', () =>
    expect(courseOf(preview(moved), begin, 30)).toEqual([
      { kind: 'stay', level: 'iop', from: 1, to: 30 },
      { kind: 'way', level: 'residential', from: 10, to: 30 },
    ]));

  it('change with the first attended service', () => {
    const seen = [...moved, event(3, 'TransitionCompleted', 12, { to: 'residential', attendedAt: at(12) })];
    expect(courseOf(preview(seen), begin, 30)).toEqual([
      { kind: 'stay', level: 'iop', from: 1, to: 12 },
      { kind: 'way', level: 'residential', from: 10, to: 12 },
      { kind: 'stay', level: 'residential', from: 12, to: 30 },
    ]);
  });
});
