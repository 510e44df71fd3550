export type WithdrawnFactRejection =
  | { readonly type: 'UnknownFact'; readonly eventId: string }
  /** What a rule made, or a person decided, is answered by another decision; only what was told can be taken back. */
  | { readonly type: 'NotAFact'; readonly eventId: string; readonly eventType: string };
