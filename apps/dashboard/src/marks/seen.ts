import { seen } from '../texts/en/seen.ts';
import { tests } from '../texts/en/tests.ts';
import { today } from '../texts/en/today.ts';
import { capital, small } from '../texts/letters.ts';
import { listInWords } from '../texts/in-language.ts';
import { language, t } from '../texts/texts.ts';
import { medicationTitled } from './medications.ts';
import type { SiteTime } from './time.ts';

const crisisKinds = today.crisis.kinds;

type Kind = 'saw' | 'explanation';
interface Sentence {
  readonly key: string;
  readonly pattern: RegExp;
}

const lengthPattern = '\\d+(?:\\.\\d+)? (?:hours?|days?)';
const codePattern = '[A-Z0-9][A-Za-z0-9.+-]*';
/** How a value stands in the record; what is not named here is any words. */
const shapes: Readonly<Record<string, string>> = {
  at: '\\S+Z',
  since: '\\S+Z',
  count: '[\\d.]+',
  most: '[\\d.]+',
  days: '[\\d.]+',
  creatinine: '[\\d.]+',
  length: `(?:${lengthPattern}|[\\d.]+ h(?:ours)?)`,
  window: `${lengthPattern}(?: for \\w+ use)?`,
  specimen: '\\S+',
  class: '[^,:]+',
  waits: '[^,:]+',
  code: `${codePattern}(?:, ${codePattern})*`,
  stage: 'presumptive|definitive',
  outcome: 'positive|negative|indeterminate|not.done',
  positive: '(?:confirmed )?positive',
};

/** `day {{count}} of at least {{days}}` as the record would have it. */
function patternOf(sentence: string): RegExp {
  const [first = '', ...rest] = sentence.split('{{');
  const escaped = (text: string) => text.replaceAll(/[.*+?^$()[\]\\|]/g, String.raw`\$&`);
  const parts = rest.map((part) => {
    const [name = '', text = ''] = part.split('}}');
    return `(?<${name}>${shapes[name] ?? '.+?'})${escaped(text)}`;
  });
  return new RegExp(`^${escaped(first)}${parts.join('')}$`);
}

const literalLength = (sentence: string): number => sentence.replaceAll(/\{\{\w+\}\}/g, '').length;

/** The sentences, those with the most words of their own first: of two that fit, the one that says more. */
const compiled = (kind: Kind): readonly Sentence[] =>
  Object.entries(seen[kind])
    .toSorted(([, a], [, b]) => literalLength(b) - literalLength(a))
    .map(([key, sentence]) => ({ key, pattern: patternOf(sentence) }));

const sentences: { [Of in Kind]?: readonly Sentence[] } = {};
const said = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (t as unknown as (key: string, values: object) => string)(key, values);

const isNumbers = /^[\d.]+$/;
/** A level by the standard's code, or a rating: the same in every language. */
const isCode = /^(?:\d+(?:\.\d+)?[A-Z]*|ANY|EVAL|[A-Z]{2,5})$/;

/**
 * What a rule saw, in another language than the record's, with its values; undefined where only the record says it.
 * Moments in it stay as they are.
 */
export function seenInWords(saw: string): string | undefined {
  if (language() === 'en') return undefined;
  return oneOf('saw', saw) ?? several(saw);
}

/** Why a test came to mean what it does, in another language than the record's. */
export const explanationInWords = (explanation: string): string | undefined =>
  language() === 'en' ? undefined : oneOf('explanation', explanation);

/** "… not confirmed yet, … not confirmed yet": each by itself. */
function several(saw: string): string | undefined {
  const parts = saw.split(', ');
  if (parts.length === 1) return undefined;
  const each = parts.map((part) => oneOf('saw', part));
  return each.every((one) => one !== undefined) ? each.join(', ') : undefined;
}

function oneOf(kind: Kind, text: string): string | undefined {
  if (isCode.test(text)) return text;
  sentences[kind] ??= compiled(kind);
  for (const { key, pattern } of sentences[kind]) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => [name, valueWords(name, value)] as const);
    return said(`seen.${kind}.${key}`, Object.fromEntries(values));
  }
  return undefined;
}

function valueWords(name: string, value: string): string {
  switch (name) {
    case 'length':
    case 'least':
      return lengthWords(value);
    case 'window':
      return windowWords(value);
    case 'class':
      return classWords(value);
    case 'Class':
      return capital(classWords(value.toLowerCase()));
    case 'classes':
      return listInWords(value.split(', ').map(classWords));
    case 'crisis':
      return Object.hasOwn(crisisKinds, value) ? small(said(`today.crisis.kinds.${value}`)) : value;
    case 'seen':
      return seenInWords(value) ?? value;
    case 'medications':
      return medicationsWords(value);
    default:
      return isNumbers.test(value) ? value : wordOf(value);
  }
}

/** Titles may have a comma of their own: "Naltrexone, oral". */
function medicationsWords(value: string): string {
  const titles = value.split(' and ');
  const said = titles.map(medicationTitled);
  const apart = titles.length === 1 && said[0] === value ? value.split(', ').map(medicationTitled) : said;
  return listInWords(apart);
}

const wordOf = (value: string): string => (Object.hasOwn(seen.values, value) ? said(`seen.values.${value}`) : value);

function lengthWords(value: string): string {
  const [number = '', unit = ''] = value.split(' ');
  if (unit !== 'day' && unit !== 'days' && unit !== 'hour' && unit !== 'hours') return value;
  return said(`seen.${unit.startsWith('day') ? 'days' : 'hours'}`, { count: Number(number), number });
}

function windowWords(value: string): string {
  const [length = '', pattern] = value.replace(' use', '').split(' for ');
  const days = lengthWords(length);
  return pattern === undefined ? days : said(`seen.patterns.${pattern}`, { days });
}

/** The record's name of a class of drugs, by that of the page in English or by the few names that it has of its own. */
const classNames = new Map<string, string>([
  ...Object.entries(tests.drugClasses).map(([drugClass, words]) => [words.toLowerCase(), drugClass] as const),
  ...Object.keys(tests.drugClasses).map((drugClass) => [drugClass, drugClass] as const),
]);

function classWords(value: string): string {
  // What has no name of its own is called a substance.
  const drugClass = classNames.get(value.toLowerCase()) ?? (value.endsWith('substance') ? 'other' : undefined);
  return drugClass === undefined ? value : said(`tests.drugClasses.${drugClass}`);
}

/** What a rule saw, for people: moments in the site's time, ids without the journey's own. */
export function sawInWords(
  saw: string,
  context: { readonly now: number; readonly time: SiteTime; readonly episodeId: string },
): string {
  return saw
    .replaceAll(`${context.episodeId}.`, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => context.time.moment(at, context.now));
}
