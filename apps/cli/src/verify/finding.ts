/** What one invariant of the reliability guide was found to be. */
export interface Finding {
  /** `I1` … as the guide numbers them. */
  readonly invariant: string;
  readonly title: string;
  /** How many things were looked at: an invariant over nothing says nothing. */
  readonly checked: number;
  /** What breaks it, by opaque ids; at most 20 are named. */
  readonly breaches: readonly string[];
  readonly note?: string;
}

const named = 20;

export function finding(
  invariant: string,
  title: string,
  checked: number,
  breaches: readonly string[],
  note?: string,
): Finding {
  const shown =
    breaches.length > named ? [...breaches.slice(0, named), `and ${breaches.length - named} more`] : breaches;
  return { invariant, title, checked, breaches: shown, ...(note !== undefined && { note }) };
}
