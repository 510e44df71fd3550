export interface ReviewEvents {
  /** The length of a stay is looked at. It is a date for people to think, never a move. */
  ReviewDue: { readonly level: string; readonly inCareDays: number };
}

export const reviewEventTypes = ['ReviewDue'] as const satisfies readonly (keyof ReviewEvents)[];
