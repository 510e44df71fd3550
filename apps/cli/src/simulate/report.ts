import { daysBetween, toMs, type Instant, type OpenedJourney, type Programme } from '@stepway/pathway';
import type { Life } from './live.ts';

/** What became of the cohort, level by level and reason by reason; medians in days. */
export interface SimulationReport {
  readonly programme: { readonly id: string; readonly version: number; readonly title: string };
  readonly people: number;
  readonly days: number;
  readonly seed: number;
  readonly events: number;
  /** Where everybody is so many days after admission. */
  readonly census: readonly { readonly day: number; readonly at: Readonly<Record<string, number>> }[];
  readonly levels: readonly LevelReport[];
  readonly moves: readonly MoveReport[];
  readonly ends: readonly EndReport[];
  readonly stillInCare: number;
  readonly tests: {
    readonly specimens: number;
    readonly notCollected: number;
    readonly uses: number;
    /** Steps up that were considered, and how many of them began or were proposed. */
    readonly considered: number;
    readonly began: number;
  };
  /** Wishes that the rules did not grant. */
  readonly refused: Readonly<Record<string, number>>;
}

export interface LevelReport {
  readonly level: string;
  readonly title: string;
  /** Who entered care here. */
  readonly entered: number;
  readonly stays: number;
  /** Of the stays that ended. */
  readonly medianDays: number | null;
}
export interface MoveReport {
  readonly kind: string;
  readonly completed: number;
  readonly per100PatientWeeks: number;
}
export interface EndReport {
  readonly reason: string;
  readonly people: number;
  readonly medianDays: number | null;
}

/** Ended care and waits, as places of the census beside the levels. */
export const left = 'left';

/** Adds up one life after the other; nothing of a life is kept but figures. */
export class Tally {
  private people = 0;
  private events = 0;
  private daysInCare = 0;
  private stillInCare = 0;
  private readonly census: Map<string, number>[];
  private readonly entered = new Map<string, number>();
  private readonly stayDays = new Map<string, number[]>();
  private readonly stays = new Map<string, number>();
  private readonly moves = new Map<string, number>();
  private readonly ends = new Map<string, number[]>();
  private readonly tests = { specimens: 0, notCollected: 0, uses: 0, considered: 0, began: 0 };
  private readonly refused = new Map<string, number>();
  private readonly step: number;

  constructor(private readonly asked: { readonly programme: Programme; readonly days: number; readonly seed: number }) {
    this.step = Math.max(1, Math.round(asked.days / 24));
    this.census = Array.from({ length: Math.floor(asked.days / this.step) + 1 }, () => new Map<string, number>());
  }

  add({ person, journey, until, events, refused }: Life): void {
    this.people += 1;
    this.events += events;
    more(this.entered, person.entryLevel);
    const end = journey.status === 'discharged' ? journey.dischargedAt : until;
    const inCare = daysBetween(person.admittedAt, end);
    this.daysInCare += inCare;
    if (journey.status === 'discharged') listed(this.ends, journey.reasonCode, inCare);
    else this.stillInCare += 1;
    for (const { level, since, until: over } of journey.stays) {
      more(this.stays, level);
      if (over !== undefined) listed(this.stayDays, level, daysBetween(since, over));
    }
    for (const { kind } of journey.completedTransitions) more(this.moves, kind);
    for (const [said, times] of refused) more(this.refused, said, times);
    this.census.forEach((places, index) => more(places, placeAt(journey, person.admittedAt, index * this.step)));
    const uses = journey.uses.filter(({ withdrawn }) => !withdrawn);
    this.tests.specimens += journey.specimens.length;
    this.tests.notCollected += journey.notCollected.length;
    this.tests.uses += uses.length;
    this.tests.considered += uses.filter(({ considered }) => considered !== undefined).length;
    this.tests.began += uses.filter(({ considered }) => began.includes(considered?.outcome ?? '')).length;
  }

  report(): SimulationReport {
    const { programme, days, seed } = this.asked;
    const inOrder = Object.values(programme.levels).toSorted((a, b) => b.rank - a.rank);
    return {
      programme: { id: programme.id, version: programme.version, title: programme.title },
      ...{ people: this.people, days, seed, events: this.events },
      census: this.census.map((places, index) => ({
        day: index * this.step,
        at: Object.fromEntries([...inOrder.map(({ id }) => id), left].map((place) => [place, places.get(place) ?? 0])),
      })),
      levels: inOrder.map(({ id, title }) => ({
        level: id,
        title,
        entered: this.entered.get(id) ?? 0,
        stays: this.stays.get(id) ?? 0,
        medianDays: median(this.stayDays.get(id)),
      })),
      moves: [...this.moves].toSorted(byName).map(([kind, completed]) => ({
        kind,
        completed,
        per100PatientWeeks: (completed * 700) / this.daysInCare,
      })),
      ends: [...this.ends]
        .map(([reason, list]) => ({ reason, people: list.length, medianDays: median(list) }))
        .toSorted((a, b) => b.people - a.people || a.reason.localeCompare(b.reason)),
      stillInCare: this.stillInCare,
      tests: this.tests,
      refused: Object.fromEntries([...this.refused].toSorted((a, b) => b[1] - a[1])),
    };
  }
}

const began: readonly string[] = ['started', 'proposed'];

/** The level that the person is at, so many days after admission. */
function placeAt(journey: OpenedJourney, admittedAt: Instant, day: number): string {
  const at = toMs(admittedAt) + day * 86_400_000;
  const stay = journey.stays.findLast(({ since }) => toMs(since) <= at);
  if (stay === undefined || (stay.until !== undefined && toMs(stay.until) <= at)) return left;
  return stay.level;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => a.localeCompare(b);
const more = (counts: Map<string, number>, of: string, by = 1): void => void counts.set(of, (counts.get(of) ?? 0) + by);
const listed = (lists: Map<string, number[]>, of: string, value: number): void =>
  void lists.set(of, [...(lists.get(of) ?? []), value]);

function median(values: readonly number[] | undefined): number | null {
  if (values === undefined || values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
