import { daysApart } from '../calendar.ts';
import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { AttendanceWeek } from './state.ts';

export function evolveAttendance(journey: OpenedJourney, event: CareEventOf<'AttendanceWeekClosed'>): OpenedJourney {
  const { replaces: _, ...figures } = event.data;
  const week: AttendanceWeek = { ...figures, recordedAt: event.recordedAt, eventId: event.id };
  const others = journey.attendanceWeeks.filter(({ weekOf }) => weekOf !== week.weekOf);
  return { ...journey, attendanceWeeks: [...others, week].toSorted((a, b) => daysApart(b.weekOf, a.weekOf)) };
}
