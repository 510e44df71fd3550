export type Cell = string | number | null;

/** A spreadsheet runs a cell that begins so: an apostrophe before it keeps it a text (OWASP, CSV injection). */
const startsFormula = /^[=+\-@\t\r]/;

/** A table as RFC 4180 has it. What is not shown says so in words. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[], notShown: string): string {
  return `\ufeff${[head, ...rows].map((row) => row.map((cell) => quoted(cell, notShown)).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: Cell, notShown: string): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? notShown;
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
