export type WaitingRejection = { readonly type: 'InterimServiceConflict'; readonly interimServiceId: string };
