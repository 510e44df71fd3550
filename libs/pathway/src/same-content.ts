/** Whether two plain values say the same; a field that is missing equals one that is undefined. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => sameContent(one, b[at]))
    );
  const inA = new Map<string, unknown>(Object.entries(a).filter(([, value]) => value !== undefined));
  const inB = new Map<string, unknown>(Object.entries(b).filter(([, value]) => value !== undefined));
  return inA.size === inB.size && [...inA].every(([key, value]) => inB.has(key) && sameContent(value, inB.get(key)));
}
