/** Reviews of a stay. */
export const reviews = {
  ReviewDue_one: 'The stay in {{level}} is due for review after {{count}} day: a date to think, no move.',
  ReviewDue_other: 'The stay in {{level}} is due for review after {{count}} days: a date to think, no move.',
} as const;
