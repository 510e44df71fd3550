/** Of people whose name may not be seen. */
export const people = {
  journey: 'Journey {{id}}',
} as const;
