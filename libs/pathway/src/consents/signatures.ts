import { startOfDay, type SiteCalendar } from '../calendar.ts';
import { ageGroupAt, type Age } from '../person/age.ts';
import type { Instant } from '../time.ts';
import type { ConsentSignature } from './commands.ts';
import type { ConsentSigner } from './vocabulary.ts';

/**
 * Whose signatures are missing. An adult signs, or the one who stands for them. A minor who may consent to treatment by
 * the law of the State alone decides on every disclosure, also to parents; where a parent must consent to treatment,
 * both sign (42 CFR 2.14). Where the State's rule or the age is not known, both do.
 */
export function missingSignatures(
  signatures: readonly ConsentSignature<unknown>[],
  age: Age,
  at: Instant,
  calendar: SiteCalendar,
): readonly ConsentSigner[] {
  const signed = (who: ConsentSigner): boolean => signatures.some((signature) => signature.who === who);
  if (ageGroupAt(age, at, calendar) === 'adult')
    return signed('patient') || signed('personal-representative') ? [] : ['patient'];
  const needs: readonly ConsentSigner[] = decidesAlone(age, at, calendar)
    ? ['patient']
    : ['patient', 'parent-or-guardian'];
  return needs.filter((who) => !signed(who));
}

function decidesAlone({ turns18On }: Age, at: Instant, calendar: SiteCalendar): boolean {
  const { minors } = calendar;
  if (minors?.parentalConsent === 'not-required') return true;
  if (minors?.mayConsentFromYears === undefined || turns18On === undefined) return false;
  const [year, ...monthAndDay] = turns18On.split('-');
  const from = [Number(year) - (18 - minors.mayConsentFromYears), ...monthAndDay].join('-');
  return at >= startOfDay(from, calendar);
}
