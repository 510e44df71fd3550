import { t } from '../../../texts/texts.ts';

/** How care ends, as TEDS-D tells it; or that it goes on, where it is or at what is not drawn. */
export const endings = [
  'still-here',
  'went-on',
  'completed',
  'dropped-out',
  'terminated-by-facility',
  'transferred',
  'incarcerated',
  'death',
  'other',
] as const;
type Ending = (typeof endings)[number];

export const reasonWords = (code: string): string =>
  t(`analytics.ends.${endings.find((one) => one === code) ?? ('other' satisfies Ending)}`);
