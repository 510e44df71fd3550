import type { Preview } from '@stepway/contracts';

const dayMs = 86_400_000;

/** What happens to a test patient on a day after the referral. */
export interface Happening {
  readonly key: number;
  readonly day: number;
  readonly kind: 'definitive' | 'presumptive' | 'negative' | 'missed';
  readonly drugClass: string;
}

export interface TestCourse {
  readonly siteId: string;
  readonly entryLevel: string;
  readonly ageGroup: 'adult' | 'adolescent';
  readonly followDays: number;
  readonly happenings: readonly Happening[];
}

/** The request of a preview: referred on day 0, admitted on day 1, then what happens, in the order of time. */
export function previewRequest(course: TestCourse, begin: number): object {
  const { siteId, entryLevel, ageGroup, followDays, happenings } = course;
  const at = (day: number, hours = 0) => new Date(begin + day * dayMs + hours * 3_600_000).toISOString();
  const tests = happenings
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, kind, drugClass }, index) => {
      if (kind === 'missed')
        return { at: at(day, 4), command: 'RecordMissedDrugTest', body: { dueAt: at(day, 2), outcome: 'missed' } };
      const result = {
        ...{ drugClass, outcome: kind === 'negative' ? 'negative' : 'positive' },
        stage: kind === 'definitive' ? 'definitive' : 'presumptive',
      };
      const body = {
        ...{ specimenId: `test-${index + 1}`, collectedAt: at(day, 1), reportedAt: at(day, 3), status: 'final' },
        ...{ validity: { finding: 'valid' }, results: [result] },
      };
      return { at: at(day, 4), command: 'RecordDrugTestResult', role: 'nurse', body };
    });
  return {
    commands: [
      { at: at(0), command: 'OpenEpisode', body: { siteId, entryLevel, ageGroup } },
      { at: at(1), command: 'Admit', body: { level: entryLevel, attendedAt: at(1) } },
      ...tests,
    ],
    until: at(Math.max(followDays, 1, ...happenings.map(({ day }) => day + 1))),
  };
}

/** A time at a level, or on the way to it; days after the referral. */
export interface Stretch {
  readonly kind: 'stay' | 'way';
  readonly level: string;
  readonly from: number;
  readonly to: number;
}

/** The levels of a previewed journey over time. */
export function courseOf({ events }: Preview, begin: number, untilDay: number): readonly Stretch[] {
  const day = (at: unknown) => (Date.parse(String(at)) - begin) / dayMs;
  const done: Stretch[] = [];
  let stay: { level: string; from: number } | undefined;
  let way: { level: string; from: number } | undefined;
  const end = (kind: Stretch['kind'], open: typeof stay, to: number): void => {
    if (open !== undefined && to > open.from) done.push({ kind, ...open, to });
  };
  for (const { type, data, occurredAt } of events.toSorted((a, b) => a.version - b.version)) {
    if (type === 'Admitted') stay = { level: String(data['level']), from: day(data['attendedAt']) };
    if (type === 'TransitionStarted') way = { level: String(data['to']), from: day(occurredAt) };
    if (type === 'TransitionCompleted') {
      const at = day(data['attendedAt']);
      end('stay', stay, at);
      end('way', way, at);
      stay = { level: String(data['to']), from: at };
      way = undefined;
    }
    if (type === 'TransitionCancelled' || type === 'TransitionFailed') {
      end('way', way, day(occurredAt));
      way = undefined;
    }
  }
  end('stay', stay, untilDay);
  end('way', way, untilDay);
  return done;
}

export const dayOf = (at: string, begin: number): number => Math.floor((Date.parse(at) - begin) / dayMs);
