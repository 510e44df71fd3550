/** What care after intensive treatment is made of (checklist row 48; article 004). */
export const aftercareParts = [
  'fewer-sessions',
  'virtual-sessions',
  'self-help-meetings',
  'community-resources',
  'family-therapy',
  'training',
  'medical-care',
  'telephone-check-ups',
] as const;
export type AftercarePart = (typeof aftercareParts)[number];
