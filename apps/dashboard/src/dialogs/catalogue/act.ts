import type { TablerIcon } from '@tabler/icons-react';
import type { CommandName } from '../../api/commands.ts';
import type { en } from '../../texts/en/index.ts';

export type Group = keyof typeof en.dialogs.group;
export const groups = ['record', 'move', 'pause', 'tasks', 'person', 'consent', 'end'] as const satisfies Group[];

/** How a command is offered and asked for. What is not said here comes from its contract. */
export interface Act {
  readonly group: Group;
  readonly icon: TablerIcon;
  /** The fields that stand together in a row, from above; what is in none is under "More". */
  readonly rows: readonly (readonly string[])[];
  /** The rules ask for a reason in words; `aside`: it is seldom given, and stands under "More". */
  readonly reason?: 'required' | 'aside';
  /** Cannot be undone, or goes before the rules: asked once more. */
  readonly confirm?: 'Discharge' | 'Death' | 'Override';
  /** What takes it back at once: the fact withdrawn, or another command on the same subject. */
  readonly undo?: 'withdraw' | { readonly command: CommandName; readonly field: string };
  /** Fields that begin with the present moment. */
  readonly now?: readonly string[];
  /** Days ahead that are offered with one press. */
  readonly ahead?: Readonly<Record<string, readonly number[]>>;
  /** Fields of the rows that are asked for once another field says this; before, they are under "More". */
  readonly asksWhen?: Readonly<Record<string, { readonly field: string; readonly says: unknown }>>;
  /** Wider than other dialogs. */
  readonly wide?: true;
}

export const withdraw = 'withdraw';
