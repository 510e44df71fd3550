export type InstrumentRejection =
  | { readonly type: 'InstrumentConflict'; readonly instrumentId: string }
  /** The person is too young, or too old, for it: there is another for their age. */
  | { readonly type: 'InstrumentNotForAge'; readonly instrument: string; readonly instead: string }
  | {
      readonly type: 'ImpossibleAnswer';
      readonly field: string;
      readonly instrument: string;
      /** What may be answered; empty where the question is not one of the instrument, or is not asked. */
      readonly allowed: readonly number[];
    };
