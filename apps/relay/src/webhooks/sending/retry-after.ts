/** How long a receiver asks to be left alone (RFC 9110 §10.2.3): seconds, or a date. Undefined if it does not say. */
export function retryAfterMs(header: string | readonly string[] | undefined, now: Date): number | undefined {
  const value = typeof header === 'string' ? header.trim() : header?.[0]?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) || !value.endsWith('GMT') ? undefined : Math.max(0, at - now.getTime());
}
