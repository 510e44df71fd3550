/**
 * Compile-time check that a schema and the pathway's type are the same: each is assignable to the other.
 * A field that one side lacks makes the line that uses it fail to compile.
 */
export type Same<A, B> = [A] extends [B]
  ? [B] extends [A]
    ? true
    : { onlyInPathway: B; schema: A }
  : { schema: A; pathway: B };
export const same = <_ extends true>(): void => undefined;
