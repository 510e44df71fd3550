import type { reviews as english } from '../../en/events/reviews.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const reviews: TranslationOf<typeof english> = {
  ReviewDue_one: 'La estancia en {{level}} debe revisarse tras {{count}} día: una fecha para pensar, no un movimiento.',
  ReviewDue_other:
    'La estancia en {{level}} debe revisarse tras {{count}} días: una fecha para pensar, no un movimiento.',
};
