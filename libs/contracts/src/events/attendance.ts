import { z } from 'zod';
import { LocalDate } from '../scalars.ts';

export const attendanceEvents = {
  AttendanceWeekClosed: z.object({
    weekOf: LocalDate,
    level: z.string(),
    attendedMinutes: z.int(),
    scheduledMinutes: z.int(),
    expectedDays: z.int(),
    minimumMinutes: z.int().optional(),
    replaces: z.string().optional(),
  }),
};
