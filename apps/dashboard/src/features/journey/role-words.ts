import type { DataOf } from './words.ts';

export type RoleWords = (role: DataOf<'TaskOpened'>['role']) => string;
