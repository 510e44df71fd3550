/** The care team. */
export const careTeam = {
  CareTeamAssigned: 'Care team: {{members}}.',
  nobody: 'The care team has nobody any more.',
  member: '{{role}} {{staffId}}',
} as const;
