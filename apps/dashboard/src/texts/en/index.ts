import { frame } from './frame.ts';
import { screens } from './screens.ts';

/** All texts of the dashboard in English, by the place where they stand. */
export const en = { frame, screens } as const;
