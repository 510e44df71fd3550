import type { en } from '../en/index.ts';
import type { TranslationOf } from '../translation-of.ts';
import { frame } from './frame.ts';
import { screens } from './screens.ts';

/** All texts of the dashboard in Spanish. */
export const es: TranslationOf<typeof en> = { frame, screens };
