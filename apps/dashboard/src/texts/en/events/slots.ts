/** Places. */
export const slots = {
  SlotOffered: 'A place in {{level}} is offered from {{from}}.',
  keptUntil: 'A place in {{level}} is offered from {{from}}, kept until {{until}}.',
  SlotDeclined: 'The place in {{level}} is not taken.',
} as const;
