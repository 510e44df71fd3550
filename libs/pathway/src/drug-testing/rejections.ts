export type DrugTestingRejection =
  | { readonly type: 'SpecimenConflict'; readonly specimenId: string; readonly field: string }
  /** The specimen is held by another person (by a claim). */
  | { readonly type: 'SpecimenBelongsElsewhere'; readonly specimenId: string }
  | { readonly type: 'UnknownSpecimen'; readonly specimenId: string }
  | { readonly type: 'ClassNotTested'; readonly specimenId: string; readonly drugClass: string }
  /** A valid negative result is never reviewed into a use; what the person tells of is recorded as such. */
  | { readonly type: 'ReviewContradictsResult'; readonly specimenId: string; readonly drugClass: string };
