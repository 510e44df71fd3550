export type ContactRejection = { readonly type: 'OutreachConflict'; readonly outreachId: string };
