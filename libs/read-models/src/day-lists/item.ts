import type { DayDose, DayFollowUp, DayTest } from '@stepway/contracts';
import type { Instant, OpenedJourney, Task, TaskKind } from '@stepway/pathway';

export type DayList = 'tests' | 'medication' | 'follow-ups';

/** A state as facts alone say it: a test that is scheduled is due or late by the clock, and so is a dose. */
export type StoredState =
  | 'scheduled'
  | 'dose'
  | Exclude<(DayTest | DayDose | DayFollowUp)['state'], 'today' | 'late' | 'next-dose' | 'to-check'>;

/** What is kept of a row: its state and what every row says are laid over it. */
type Rest<Item> = Omit<Item, 'state' | keyof Common>;
type Common = Pick<DayTest, 'episodeId' | 'patientId' | 'siteId' | 'programme' | 'level' | 'itemId' | 'dueAt' | 'task'>;

/** One thing of one journey that asks for somebody, as facts alone say it. */
export interface Item<Row = Rest<DayTest> | Rest<DayDose> | Rest<DayFollowUp>> {
  readonly list: DayList;
  readonly state: StoredState;
  /** Of which kind and subject it is: tells the items of a journey apart. */
  readonly kind: string;
  readonly subject: string;
  /** From when on it is shown, and until when. */
  readonly opensAt: Instant;
  readonly closesAt?: Instant;
  readonly dueAt: Instant;
  readonly task?: Task | undefined;
  readonly rest: Row;
}
export type TestItem = Item<Rest<DayTest>>;
export type DoseItem = Item<Rest<DayDose>>;
export type FollowUpItem = Item<Rest<DayFollowUp>>;

/** Open tasks of these kinds, in the order in which they were asked. */
export const openOf = (journey: OpenedJourney, kinds: readonly TaskKind[]): readonly Task[] =>
  journey.tasks.filter(({ state, kind }) => state === 'open' && kinds.includes(kind));

/** The open task of this kind about this subject. */
export const openAbout = (journey: OpenedJourney, kind: TaskKind, subject: string): Task | undefined =>
  openOf(journey, [kind]).find((task) => task.subject === subject);
