export type PersonRejection =
  | { readonly type: 'UnknownPregnancy'; readonly pregnancyId: string }
  /** The id is known with other content, or another pregnancy is not over at that time. */
  | { readonly type: 'PregnancyConflict'; readonly pregnancyId: string };
