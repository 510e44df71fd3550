import { t } from '../../../texts/texts.ts';
import { length } from './length.ts';
import type { Sentences } from './telling.ts';

export const attendanceSentences = {
  AttendanceWeekClosed: ({ weekOf, attendedMinutes, scheduledMinutes, minimumMinutes, replaces }, { day }) => {
    const week = {
      // Noon of UTC is the same day in every State.
      day: day(`${weekOf}T12:00:00.000Z`),
      attended: length(attendedMinutes),
      planned: length(scheduledMinutes),
    };
    if (minimumMinutes === undefined)
      return replaces === undefined
        ? t('events.attendance.withoutMinimum', week)
        : t('events.attendance.correctedWithoutMinimum', week);
    const minimum = length(minimumMinutes);
    return replaces === undefined
      ? t('events.attendance.AttendanceWeekClosed', { ...week, minimum })
      : t('events.attendance.corrected', { ...week, minimum });
  },
} satisfies Partial<Sentences>;
