import type { LocalCode } from '@stepway/contracts';

type WithoutName<T> = T extends LocalCode ? Omit<T, 'code' | 'system'> : never;
/** What one code of a sender's own stands for. */
export type LocalMeaning = WithoutName<LocalCode>;
/** What a report says of the specimen itself. */
export type ValidityPart = Extract<LocalCode, { validity: unknown }>['validity'];

/** A sender's own codes, by code and by the code system as it names that in its messages. */
export type LocalCodes = ReadonlyMap<string, LocalMeaning>;
export const noLocalCodes: LocalCodes = new Map();

const nameOf = (code: string, system: string | undefined): string => JSON.stringify([code, system]);

/** Of two entries for one code the later one holds. */
export const localCodes = (codes: readonly LocalCode[]): LocalCodes =>
  new Map(codes.map(({ code, system, ...meaning }) => [nameOf(code, system), meaning]));

/** The meaning of a code as the mapping gives it; an entry without a system is of any system. */
export const localMeaning = (codes: LocalCodes, system: string | undefined, code = ''): LocalMeaning | undefined =>
  codes.size === 0 ? undefined : (codes.get(nameOf(code, system)) ?? codes.get(nameOf(code, undefined)));
