/** A proposed move; a wish to end the episode that waits for a second person; a pause that only another may renew. */
export const matterKinds = ['proposal', 'end', 'hold'] as const;
export type MatterKind = (typeof matterKinds)[number];
