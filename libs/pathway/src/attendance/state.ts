import type { Instant } from '../time.ts';
import type { AttendanceEvents } from './events.ts';

export type WeekFigures = Omit<AttendanceEvents['AttendanceWeekClosed'], 'replaces'>;

export interface AttendanceWeek extends WeekFigures {
  readonly recordedAt: Instant;
  readonly eventId: string;
}

export interface AttendanceState {
  /** By their Monday, each with what was said of it last. */
  readonly attendanceWeeks: readonly AttendanceWeek[];
}

export const noAttendance: AttendanceState = { attendanceWeeks: [] };
