import type { WorklistItem } from '@stepway/contracts';

type Role = WorklistItem['role'];

/** One call of the phone tree: who was, is or will be called. */
export type Call =
  | { readonly state: 'before'; readonly role: Role; readonly from: string; readonly until: string }
  | { readonly state: 'now'; readonly role: Role; readonly from: string }
  | { readonly state: 'next'; readonly role: Role; readonly at: string }
  | { readonly state: 'later'; readonly role: Role };

type Ringing = Pick<WorklistItem, 'openedAt' | 'askedBefore' | 'role' | 'goesUp' | 'phoneTree'>;

/** The calls in their order, with the moments that are known. */
export function callsOf({ openedAt, askedBefore, role, goesUp, phoneTree }: Ringing): readonly Call[] {
  const before = askedBefore.map((asked, at): Call => {
    const from = askedBefore[at - 1]?.until ?? openedAt;
    return { state: 'before', role: asked.role, from, until: asked.until };
  });
  const calls: Call[] = [...before, { state: 'now', role, from: askedBefore.at(-1)?.until ?? openedAt }];
  if (goesUp === null) return calls;
  const later = phoneTree.slice(phoneTree.indexOf(goesUp.role) + 1);
  return [...calls, { state: 'next', ...goesUp }, ...later.map((one): Call => ({ state: 'later', role: one }))];
}
