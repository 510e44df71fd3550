import type { DayOfWeek } from '@mantine/dates';
import { language } from '../texts/texts.ts';

/** No day is drawn in red: that asks for an act. */
const noDays: DayOfWeek[] = [];

/** The day a week begins with where the browser is set up (0 is Sunday); Sunday where it does not tell. */
export function firstDayOfWeek(tag: string): DayOfWeek {
  const locale: Intl.Locale & { readonly getWeekInfo?: () => { readonly firstDay: number } } = new Intl.Locale(tag);
  const day = (locale.getWeekInfo?.().firstDay ?? 7) % 7;
  return ([0, 1, 2, 3, 4, 5, 6] as const).find((one) => one === day) ?? 0;
}

/** How every calendar of the page is drawn. */
export const calendar = () => ({
  locale: language(),
  firstDayOfWeek: firstDayOfWeek(navigator.language),
  weekendDays: noDays,
});
