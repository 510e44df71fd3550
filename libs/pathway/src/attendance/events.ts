import type { LocalDate } from '../calendar.ts';

export interface AttendanceEvents {
  /**
   * What was attended in one local week of the site, Monday to Sunday, against what the level asks for.
   * A later one of the same week replaces it: a session, a leave or a move became known after the week was closed.
   */
  AttendanceWeekClosed: {
    /** The Monday. */
    readonly weekOf: LocalDate;
    readonly level: string;
    readonly attendedMinutes: number;
    /** Attended, missed and excused; not what the site cancelled. */
    readonly scheduledMinutes: number;
    /** Days on which the person could be expected. */
    readonly expectedDays: number;
    /** Absent where the week is not measured against a minimum (any more). */
    readonly minimumMinutes?: number;
    /** The event that said otherwise before. */
    readonly replaces?: string;
  };
}

export const attendanceEventTypes = ['AttendanceWeekClosed'] as const satisfies readonly (keyof AttendanceEvents)[];
