import {
  readBoard,
  readCensus,
  readDayList,
  readDecisions,
  readJourney,
  readWaiting,
  readWeeklyScreens,
  readWorklist,
  type Clock,
  type Database,
} from '@stepway/read-models';

/** What questions are asked of. */
export interface Asked {
  readonly pool: Database;
  readonly clock: Clock;
  readonly episodes: readonly string[];
}

export interface Question {
  /** As people would say it. */
  readonly what: string;
  readonly ask: (asked: Asked, turn: number) => Promise<unknown>;
}

const episodeOf = ({ episodes }: Asked, turn: number): string => {
  const episode = episodes[turn % episodes.length];
  if (episode === undefined) throw new Error('Nobody is there');
  return episode;
};

const oneSite = { siteIds: ['main'] } as const;

/** The questions that open pages ask again and again. */
export const questions: readonly Question[] = [
  {
    what: 'board: the first 50 rows, who must act first',
    ask: ({ pool, clock }) => readBoard(pool, {}, clock),
  },
  {
    what: 'board: the first 50 at one level of one site',
    ask: ({ pool, clock }) => readBoard(pool, { siteIds: ['main'], levels: ['iop'] }, clock),
  },
  {
    what: 'board: the first 50 not yet seen',
    ask: ({ pool, clock }) => readBoard(pool, { flags: ['hand-off-overdue'] }, clock),
  },
  {
    what: 'board: 100 rows that changed',
    ask: ({ pool, clock, episodes }, turn) => {
      const from = (turn * 100) % Math.max(1, episodes.length - 100);
      return readBoard(pool, { episodeIds: episodes.slice(from, from + 100), limit: 100 }, clock);
    },
  },
  {
    what: 'hand-offs: the first 50 between two levels',
    ask: ({ pool, clock }) => readBoard(pool, { among: 'hand-offs', sort: 'hand-off-due' }, clock),
  },
  {
    what: 'proposals: the first 50',
    ask: ({ pool, clock }) => readBoard(pool, { among: 'undecided', flags: ['proposal'] }, clock),
  },
  { what: 'waiting list: the first 100', ask: ({ pool }) => readWaiting(pool, {}) },
  { what: 'worklist: the first 100 tasks of one site', ask: ({ pool, clock }) => readWorklist(pool, oneSite, clock) },
  {
    what: 'worklist: the first 100 that nobody has',
    ask: ({ pool, clock }) => readWorklist(pool, { ...oneSite, unowned: true }, clock),
  },
  {
    what: 'worklist: the first 100 of a team',
    ask: ({ pool, clock }) => readWorklist(pool, { ...oneSite, team: ['demo-coordinator', 'demo-therapist'] }, clock),
  },
  {
    what: 'tests: the first 100 that await confirmation',
    ask: ({ pool, clock }) =>
      readDayList(pool, { list: 'tests', state: 'awaiting-confirmation', now: clock.now, ...oneSite }),
  },
  {
    what: 'follow-ups: the first 100 after discharge',
    ask: ({ pool, clock }) => readDayList(pool, { list: 'follow-ups', state: 'follow-up', now: clock.now, ...oneSite }),
  },
  { what: 'journey: one, with its specimens', ask: (asked, turn) => readJourney(asked.pool, episodeOf(asked, turn)) },
  {
    what: 'journey: its newest 50 decisions',
    ask: (asked, turn) => readDecisions(asked.pool, { episodeId: episodeOf(asked, turn) }),
  },
  {
    what: 'journey: its weekly screens',
    ask: (asked, turn) => readWeeklyScreens(asked.pool, episodeOf(asked, turn), asked.clock.today),
  },
];

/** Counts over everybody: asked once by a page, then kept fresh by what changed. */
export const overEverybody: readonly Question[] = [
  { what: 'census: everybody, now', ask: ({ pool, clock }) => readCensus(pool, { now: clock.now }) },
];
