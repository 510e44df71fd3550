import type { Period } from '@stepway/clinical-codes';

/** How a date of a search compares (R4 §3.1.1.5.6). */
const prefixes = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'] as const;
type Prefix = (typeof prefixes)[number];

/** A span of time, in ms: from its first moment until before its end. */
interface Span {
  readonly from: number;
  readonly until: number;
}

export interface DateAsked extends Span {
  readonly prefix: Prefix;
}

const form =
  /^(eq|ne|gt|lt|ge|le|sa|eb)?(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** A date as R4 writes it in a search, to the year, month, day, minute or second; undefined if it is none. */
export function dateAsked(text: string): DateAsked | undefined {
  const [, prefix, year, month, day, hour, minute, second, part, zone = 'Z'] = form.exec(text) ?? [];
  if (year === undefined) return undefined;
  const written = `${year}-${month ?? '01'}-${day ?? '01'}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}${part ?? ''}`;
  const from = Date.parse(`${written}${zone}`);
  if (Number.isNaN(from)) return undefined;
  const until = endOf(from, { month, day, minute, second, part });
  return { prefix: prefixes.find((one) => one === prefix) ?? 'eq', from, until };
}

type Parts = Readonly<Record<'month' | 'day' | 'minute' | 'second' | 'part', string | undefined>>;

function endOf(from: number, { month, day, minute, second, part }: Parts): number {
  if (part !== undefined) return from + 1;
  if (second !== undefined) return from + 1_000;
  if (minute !== undefined) return from + 60_000;
  if (day !== undefined) return from + 86_400_000;
  const end = new Date(from);
  if (month === undefined) end.setUTCFullYear(end.getUTCFullYear() + 1);
  else end.setUTCMonth(end.getUTCMonth() + 1);
  return end.getTime();
}

/** Whether a period that a resource has is as asked; one without an end goes on. */
export function isAsAsked({ start, end }: Period, asked: DateAsked): boolean {
  const from = start === undefined ? -Infinity : Date.parse(start);
  const until = end === undefined ? Infinity : Date.parse(end) + 1;
  switch (asked.prefix) {
    case 'eq':
      return from >= asked.from && until <= asked.until;
    case 'ne':
      return from < asked.from || until > asked.until;
    case 'gt':
      return until > asked.until;
    case 'lt':
      return from < asked.from;
    case 'ge':
      return until > asked.from;
    case 'le':
      return from < asked.until;
    case 'sa':
      return from >= asked.until;
    case 'eb':
      return until <= asked.from;
  }
}
