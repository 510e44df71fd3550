export type SlotRejection =
  | { readonly type: 'SlotConflict'; readonly slotId: string }
  | { readonly type: 'UnknownSlot'; readonly slotId: string };
