export type MedicationRejection =
  | { readonly type: 'UnknownMedication'; readonly medication: string }
  | { readonly type: 'UnknownMedicationRecord'; readonly medicationId: string }
  | { readonly type: 'MedicationConflict'; readonly medicationId: string }
  | { readonly type: 'DrugClassesRequired'; readonly medication: string }
  | {
      readonly type: 'WidensFormulary';
      readonly medication: string;
      readonly drugClasses: readonly string[];
      readonly analytes: readonly string[];
    };
