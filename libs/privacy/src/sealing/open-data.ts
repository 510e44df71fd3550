import type { Sealed } from '@stepway/pathway';

/** What became of a sealed text: its words, or null when the patient's key was erased. */
export type Opened = string | null;

/** All sealed texts in a piece of data, each with the name of the property that holds it. */
export function sealedTexts(data: unknown): readonly { readonly sealed: Sealed; readonly field: string }[] {
  const found: { sealed: Sealed; field: string }[] = [];
  replaceSealed(data, (sealed, field) => {
    found.push({ sealed, field });
    return null;
  });
  return found;
}

/** The same data with each sealed text replaced. */
export function replaceSealed(data: unknown, open: (sealed: Sealed, field: string) => Opened, field = ''): unknown {
  if (Array.isArray(data)) return data.map((item) => replaceSealed(item, open, field));
  if (isSealed(data)) return open(data, field);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, replaceSealed(value, open, name)]));
}

function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null || !('sealed' in value)) return false;
  return typeof value.sealed === 'string' && Object.keys(value).length === 1;
}
