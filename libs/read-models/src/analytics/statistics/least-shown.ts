/** Smaller groups are not shown to viewers who have no need of them (CMS cell-size practice; clinical-reference §6). */
export const leastShown = 11;

/** Nobody is no group: that nobody did something tells of no one. */
export const isSmall = (count: number): boolean => count > 0 && count < leastShown;
