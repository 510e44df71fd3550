import type { Examples } from './example.ts';

export const attendanceExamples = {
  AttendanceWeekClosed: [
    {
      weekOf: '2026-11-16',
      level: 'iop',
      attendedMinutes: 330,
      scheduledMinutes: 540,
      expectedDays: 5,
      minimumMinutes: 540,
    },
    'Week of [day]: 5 h 30 min attended of 9 h planned; the level asks for 9 h.',
  ],
} satisfies Partial<Examples>;
