import type { DataOf } from './care-events.ts';

export type RoleWords = (role: DataOf<'TaskOpened'>['role']) => string;
