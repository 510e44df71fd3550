import type { time as english } from '../en/time.ts';
import type { TranslationOf } from '../translation-of.ts';

export const time: TranslationOf<typeof english> = {
  underAMinute: 'menos de 1 min',
  left: 'quedan {{length}}',
  over: '{{length}} de retraso',
  in: 'en {{length}}',
  ago: 'hace {{length}}',
};
