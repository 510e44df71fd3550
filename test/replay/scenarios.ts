import type { Rest } from '@stepway/episode-of-care';

/** What a synthetic journey does while its history is recorded. */
export interface Scenario {
  readonly name: string;
  /** What its runs answer, one after the other; the last one holds for all that follow. */
  readonly answers: readonly ((now: number) => Promise<Rest>)[];
  /** When it is touched: after so many runs have ended (`after`), or while the next one is under way (`during`). */
  readonly touches: readonly ({ readonly after: number } | { readonly during: number })[];
  /** Runs after which its story is told. */
  readonly runs: number;
}

const second = 1_000;
const inSeconds = (seconds: number, cause: string) => async (now: number) => ({
  over: false,
  due: { at: now + seconds * second, cause },
});
const inMonths = inSeconds(90 * 86_400, 'review');
const nothingDue = async () => ({ over: false });
const over = async () => ({ over: true });
const away = () => Promise.reject(new Error('the database is away'));
/** Long enough for a touch to arrive. */
const slowly = (answer: () => Promise<Rest>) => async () => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return answer();
};

/** Every way in which a journey's workflow can go on, at least once. */
export const scenarios: readonly Scenario[] = [
  { name: 'sleeps-with-nothing-due', answers: [nothingDue], touches: [], runs: 1 },
  { name: 'ends-at-once', answers: [over], touches: [], runs: 1 },
  {
    name: 'touched-between-runs',
    answers: [nothingDue, nothingDue, over],
    touches: [{ after: 1 }, { after: 2 }],
    runs: 3,
  },
  { name: 'touched-during-a-run', answers: [slowly(nothingDue), over], touches: [{ during: 1 }], runs: 2 },
  { name: 'touched-while-it-ends', answers: [slowly(over), over], touches: [{ during: 1 }], runs: 2 },
  { name: 'wakes-when-due', answers: [inSeconds(1, 'hand-off'), inSeconds(1, 'task'), over], touches: [], runs: 3 },
  { name: 'waits-for-months', answers: [inMonths], touches: [], runs: 1 },
  {
    name: 'touched-before-due',
    answers: [inMonths, inMonths, nothingDue, over],
    touches: [{ after: 1 }, { after: 2 }, { after: 3 }],
    runs: 4,
  },
  { name: 'due-in-the-past', answers: [inSeconds(-60, 'proposal'), over], touches: [], runs: 2 },
  { name: 'fails-for-a-moment', answers: [away, away, over], touches: [], runs: 3 },
  {
    name: 'fails-until-the-server-keeps-the-time',
    answers: [away, away, away, away, away, away, over],
    touches: [],
    runs: 7,
  },
  {
    name: 'rolls-over',
    answers: [inMonths],
    touches: Array.from({ length: 60 }, (_, index) => ({ after: index + 1 })),
    runs: 61,
  },
];
