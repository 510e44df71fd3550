import dayjs from 'dayjs';

/** Adults are 18 and older; the rules look at the birth date again whenever it matters. */
export const ageGroupAt = (birthDate: string, now: number): 'adult' | 'adolescent' =>
  dayjs(now).diff(dayjs(birthDate), 'year') >= 18 ? 'adult' : 'adolescent';
