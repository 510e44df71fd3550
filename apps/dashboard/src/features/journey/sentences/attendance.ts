import { length } from './length.ts';
import type { Sentences } from './telling.ts';

export const attendanceSentences = {
  AttendanceWeekClosed: ({ weekOf, attendedMinutes, scheduledMinutes, minimumMinutes, replaces }, { day }) =>
    [
      // Noon of UTC is the same day in every State.
      `Week of ${day(`${weekOf}T12:00:00.000Z`)}${replaces === undefined ? '' : ', corrected'}:`,
      `${length(attendedMinutes)} attended of ${length(scheduledMinutes)} planned;`,
      minimumMinutes === undefined ? 'no minimum holds.' : `the level asks for ${length(minimumMinutes)}.`,
    ].join(' '),
} satisfies Partial<Sentences>;
