/** Versions of a programme. */
export const programmeVersions = {
  MovedToProgrammeVersion: 'Judged by {{to}} from here, before by {{from}}.',
  renamed: 'Judged by {{to}} from here, before by {{from}}: {{levels}}.',
  level: '{{before}} is now {{after}}',
} as const;
