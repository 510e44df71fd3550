/** A journey. */
export const journey = {
  whole: 'the journey',
  facts: 'the facts of the journey',
} as const;
