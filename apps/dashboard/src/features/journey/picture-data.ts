import type { DecisionView, EpisodeView, EventView, WeeklyScreen } from '@stepway/contracts';
import type { z } from 'zod';
import { careData, type CareData } from './care-data.ts';
import type { Span } from './picture-window.ts';
import { knownEvent } from './told-event.ts';

type Decision = z.output<typeof DecisionView>;

/** One level at one time: the bar of a stay. */
export interface Bar {
  readonly level: string;
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
}

/** The way from one level to another: dashed until the person was seen there. */
export interface Way {
  readonly kind: 'step-up' | 'step-down' | 'lateral' | 're-entry';
  readonly from: string;
  readonly to: string;
  readonly startedAt: number;
  /** When the person was seen, or the move ended otherwise; none while it is open. */
  readonly endedAt?: number;
  readonly seen: boolean;
  readonly dueAt: number;
  readonly appointmentAt?: number;
  readonly missedAt: readonly number[];
}

/** Everything on the one time axis of a journey. */
export interface PictureData extends Span, CareData {
  readonly now: number;
  readonly bars: readonly Bar[];
  readonly ways: readonly Way[];
  readonly holds: readonly Span[];
  readonly weeks: readonly (Span & { readonly symbol: WeeklyScreen['symbol'] })[];
  /** When the last week of the screening plan ended: later screens are listed, and stand in no week. */
  readonly planEndedAt: number | undefined;
  readonly uses: readonly {
    readonly at: number;
    readonly level: string;
    readonly classes: EpisodeView['uses'][number]['drugClasses'];
  }[];
  /** Considered, and not started. */
  readonly notStarted: readonly {
    readonly at: number;
    readonly about: 'step-up' | 'step-down';
    readonly level: string;
  }[];
  readonly endedAt: number | undefined;
  /** Since when the person is at the present level. */
  readonly staySince: number | undefined;
}

const dayMs = 86_400_000;

export interface JourneyFacts {
  readonly journey: EpisodeView;
  readonly events: readonly EventView[];
  readonly decisions: readonly Decision[];
  readonly weeks: readonly WeeklyScreen[];
}

/** What the picture draws, from the journey's state and facts. */
export function pictureData({ journey, events, decisions, weeks }: JourneyFacts, now: number): PictureData {
  const end = journey.dischargedAt === null ? now : Date.parse(journey.dischargedAt);
  const bars = journey.stays.map(({ level, since, until }) => ({
    level,
    from: Date.parse(since),
    to: until === null ? end : Date.parse(until),
    open: until === null,
  }));
  const levelAt = (at: number) => (bars.find(({ from, to }) => at >= from && at <= to) ?? bars.at(-1))?.level ?? '';
  const ways = waysOf(events);
  const from = Math.min(
    Date.parse(journey.openedAt),
    ...bars.map((bar) => bar.from),
    ...weeks.map((week) => Date.parse(week.from)),
  );
  const openWay = ways.find(({ endedAt }) => endedAt === undefined);
  return {
    from,
    to: Math.max(
      end,
      journey.dischargedAt === null ? now : end,
      openWay === undefined ? 0 : Math.max(openWay.dueAt, openWay.appointmentAt ?? 0),
      from + 7 * dayMs,
    ),
    now,
    bars,
    ways,
    holds: journey.holds.map(({ placedAt, until, endedAt }) => ({
      from: Date.parse(placedAt),
      to: Date.parse(endedAt ?? until),
    })),
    weeks: weeks.map(({ from: first, symbol }) => ({
      from: Date.parse(first),
      to: Date.parse(first) + 7 * dayMs,
      symbol,
    })),
    planEndedAt: planEnd(weeks, now),
    ...careData(journey, end, levelAt),
    uses: journey.uses.map(({ at, drugClasses }) => ({
      at: Date.parse(at),
      level: levelAt(Date.parse(at)),
      classes: drugClasses,
    })),
    notStarted: decisions.flatMap(({ at, about, outcome }) =>
      about !== 'drug-test' && about !== 'level' && (outcome === 'nothing' || outcome === 'task')
        ? [{ at: Date.parse(at), about, level: levelAt(Date.parse(at)) }]
        : [],
    ),
    endedAt: journey.dischargedAt === null ? undefined : end,
    staySince: journey.levelSince === null ? undefined : Date.parse(journey.levelSince),
  };
}

/** The moves that were started, oldest first, with what became of them. */
function waysOf(events: readonly EventView[]): readonly Way[] {
  const ways = new Map<string, Way>();
  const change = (id: string, changes: (way: Way) => Partial<Way>) => {
    const way = ways.get(id);
    if (way !== undefined) ways.set(id, { ...way, ...changes(way) });
  };
  for (const event of events.toSorted((a, b) => a.version - b.version)) {
    const known = knownEvent(event);
    const at = Date.parse(event.occurredAt);
    if (known?.type === 'TransitionStarted') {
      const { transitionId, kind, from, to, handOffDueAt } = known.data;
      ways.set(transitionId, {
        kind,
        from,
        to,
        startedAt: at,
        seen: false,
        dueAt: Date.parse(handOffDueAt),
        missedAt: [],
      });
    }
    if (known?.type === 'HandOffScheduled')
      change(known.data.transitionId, () => ({ appointmentAt: Date.parse(known.data.appointmentAt) }));
    if (known?.type === 'HandOffMissed')
      change(known.data.transitionId, ({ missedAt }) => ({ missedAt: [...missedAt, at] }));
    if (known?.type === 'TransitionCompleted')
      change(known.data.transitionId, () => ({ endedAt: Date.parse(known.data.attendedAt), seen: true }));
    if (known?.type === 'TransitionCancelled') change(known.data.transitionId, () => ({ endedAt: at }));
  }
  return [...ways.values()];
}

const tickSteps = [
  { days: 7, months: 0 },
  { days: 14, months: 0 },
  { days: 0, months: 1 },
  { days: 0, months: 2 },
  { days: 0, months: 3 },
  { days: 0, months: 6 },
  { days: 0, months: 12 },
];

/** A plan that goes on has the week of now. */
function planEnd(weeks: readonly WeeklyScreen[], now: number): number | undefined {
  const last = weeks.at(-1);
  const end = last === undefined ? Infinity : Date.parse(last.from) + 7 * dayMs;
  return end + dayMs < now ? end : undefined;
}

/** Ticks of the axis, at least `apart` pixels from each other: weeks, then months. */
export function ticks(
  { from, to }: Span,
  width: number,
  apart = 64,
): readonly { readonly at: number; readonly monthly: boolean }[] {
  const perDay = width / ((to - from) / dayMs);
  const step = tickSteps.find(({ days, months }) => (days + months * 30) * perDay >= apart) ?? { days: 0, months: 24 };
  const first = new Date(from);
  const found: { at: number; monthly: boolean }[] = [];
  if (step.months === 0) {
    const monday = Date.UTC(
      first.getUTCFullYear(),
      first.getUTCMonth(),
      first.getUTCDate() + ((8 - first.getUTCDay()) % 7),
    );
    for (let at = monday; at <= to; at += step.days * dayMs) found.push({ at, monthly: false });
    return found;
  }
  for (let month = first.getUTCMonth() + 1; ; month += step.months) {
    const at = Date.UTC(first.getUTCFullYear(), month, 1);
    if (at > to) return found;
    found.push({ at, monthly: true });
  }
}
