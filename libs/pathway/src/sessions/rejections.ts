export type SessionRejection = { readonly type: 'SessionConflict'; readonly sessionId: string };
