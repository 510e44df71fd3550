/** What came of trying to reach somebody. `declined`: reached, and does not want to be asked. */
export const followUpContacts = ['reached', 'not-reached', 'declined'] as const;
export type FollowUpContact = (typeof followUpContacts)[number];

/** TEDS LIVARAG. */
export const livingArrangements = ['homeless', 'dependent-living', 'independent-living'] as const;
export type LivingArrangement = (typeof livingArrangements)[number];

/** TEDS EMPLOY. */
export const employments = ['full-time', 'part-time', 'unemployed', 'not-in-labour-force'] as const;
export type Employment = (typeof employments)[number];

/** TEDS ARRESTS: in the past 30 days. */
export const arrestCounts = ['none', 'one', 'two-or-more'] as const;
export type ArrestCount = (typeof arrestCounts)[number];

/** TEDS FREQ_ATND_SELF_HELP: attendances in the past 30 days. */
export const selfHelpAttendances = ['none', '1-to-3', '4-to-7', '8-to-30', 'some'] as const;
export type SelfHelpAttendance = (typeof selfHelpAttendances)[number];
