import { localDate, type Command, type LocalDate, type SiteCalendar } from '@stepway/pathway';
import { invalid } from '../http/problem.ts';

type OpenEpisode = Extract<Command<string>, { type: 'OpenEpisode' }>;

interface Known {
  /** From the sealed identity; undefined if there is no such person. */
  readonly birthDate: LocalDate | undefined;
  readonly adultAtYears: number;
  readonly calendar: SiteCalendar;
}

/**
 * An adolescent's episode knows the day on which they come of age, so that no rule needs a birth date, and of adults it
 * knows nothing. Whoever the record says is of age is taken for what the caller says.
 * @throws ProblemError 400 where somebody under age is to be treated as an adult
 */
export function withComingOfAge(opening: OpenEpisode, { birthDate, adultAtYears, calendar }: Known): OpenEpisode {
  if (birthDate === undefined) return opening;
  const turns18On = yearsAfter(birthDate, adultAtYears);
  if (turns18On <= localDate(opening.occurredAt, calendar)) return opening;
  if (opening.ageGroup === 'adult')
    throw invalid([{ pointer: '/ageGroup', message: 'The person is an adolescent by their birth date' }]);
  return { ...opening, turns18On };
}

/** Who was born on 29 February comes of age on 1 March where the year has no such day. */
function yearsAfter(date: LocalDate, years: number): LocalDate {
  const [year = '', month, day] = date.split('-');
  return new Date(Date.UTC(Number(year) + years, Number(month) - 1, Number(day))).toISOString().slice(0, 10);
}
