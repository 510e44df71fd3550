/** Weeks of attendance. */
export const attendance = {
  AttendanceWeekClosed:
    'Week of {{day}}: {{attended}} attended of {{planned}} planned; the level asks for {{minimum}}.',
  corrected:
    'Week of {{day}}, corrected: {{attended}} attended of {{planned}} planned; the level asks for {{minimum}}.',
  withoutMinimum: 'Week of {{day}}: {{attended}} attended of {{planned}} planned; no minimum holds.',
  correctedWithoutMinimum:
    'Week of {{day}}, corrected: {{attended}} attended of {{planned}} planned; no minimum holds.',
} as const;
