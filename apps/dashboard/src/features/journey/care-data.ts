import type { EpisodeView } from '@stepway/contracts';
import { medicationWords } from '../../marks/medications.ts';
import type { Span } from './picture-window.ts';
import { scales, type ScaleName } from './scales.ts';

/** A week of attendance: hours attended, and the level's minimum where it has one. */
export interface AttendanceWeek extends Span {
  readonly hours: number;
  readonly minimum: number | undefined;
}

export interface Away extends Span {
  readonly kind: NonNullable<EpisodeView['leaves']>[number]['kind'];
  readonly level: string;
}

/** A medication while it was taken, and the doses that were missed meanwhile. */
export interface MedicationBar extends Span {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  readonly missed: readonly (Span & { readonly doses: number })[];
}

/** What one questionnaire said over time, the oldest first. */
export interface Trend {
  readonly scale: ScaleName;
  readonly points: readonly TrendPoint[];
}
export interface TrendPoint {
  readonly at: number;
  readonly value: number;
  /** At or beyond the published cut-off: a clinician looks. */
  readonly beyond: boolean;
}

export interface CareData {
  readonly attendance: readonly AttendanceWeek[];
  readonly away: readonly Away[];
  readonly medications: readonly MedicationBar[];
  readonly trends: readonly Trend[];
  readonly crises: readonly { readonly at: number; readonly level: string }[];
}

const weekMs = 7 * 86_400_000;
const hour = 60;

/**
 * What the picture draws of the care given: attendance, time away, medication, questionnaires, crises.
 * @param end now, or the end of care: what has not ended is drawn up to it
 */
export function careData(journey: EpisodeView, end: number, levelAt: (at: number) => string): CareData {
  return {
    attendance: journey.attendanceWeeks
      .map(({ weekOf, attendedMinutes, minimumMinutes }) => ({
        from: Date.parse(weekOf),
        to: Date.parse(weekOf) + weekMs,
        hours: attendedMinutes / hour,
        minimum: minimumMinutes === null ? undefined : minimumMinutes / hour,
      }))
      .toReversed(),
    away: (journey.leaves ?? []).map(({ kind, level, from, endedAt }) => ({
      kind,
      level,
      from: Date.parse(from),
      to: endedAt === null ? end : Date.parse(endedAt),
    })),
    medications: journey.medications.map(({ medicationId, medication, from, to, missedDoses }) => ({
      id: medicationId,
      name: medicationWords(medication),
      from: Date.parse(from),
      to: to === null ? end : Date.parse(to),
      open: to === null,
      missed: missedDoses.map((missed) => ({
        from: Date.parse(missed.from),
        to: Date.parse(missed.to),
        doses: missed.doses,
      })),
    })),
    trends: trendsOf(journey),
    crises: (journey.crises ?? []).map(({ raisedAt }) => ({
      at: Date.parse(raisedAt),
      level: levelAt(Date.parse(raisedAt)),
    })),
  };
}

/** Each scale that was ever answered, the oldest answers first. */
export function trendsOf({ instruments = [] }: EpisodeView): readonly Trend[] {
  const oldestFirst = instruments.toReversed();
  return Object.entries(scales).flatMap(([name, scale]) => {
    const points = oldestFirst.flatMap((taken) => {
      const value = scale.valueOf(taken);
      return value === undefined ? [] : [{ at: Date.parse(taken.at), value, beyond: scale.beyond(value) }];
    });
    return points.length === 0 ? [] : [{ scale: name as ScaleName, points }];
  });
}
