/** Why a text is not parsed, whatever else it is. */
export type JsonFault = 'too-deep' | 'name-twice' | 'forbidden-name';

interface Open {
  /** The names so far; undefined of an array. */
  readonly names: Set<string> | undefined;
  /** In an object, before a colon. */
  atName: boolean;
}

const deepest = 64;
const quote = 0x22;
const backslash = 0x5c;

/**
 * Looks through a JSON text before it is parsed, once and without recursion: for depth, for a name twice in one object
 * (of which a parser keeps either, without a word), and for the name that sets a prototype. What is no JSON is for the
 * parser to say.
 */
export function scanJson(text: string): JsonFault | undefined {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const top = open.at(-1);
    switch (text.charAt(at)) {
      case '{':
      case '[':
        if (open.length === deepest) return 'too-deep';
        open.push({ names: text.charAt(at) === '{' ? new Set() : undefined, atName: text.charAt(at) === '{' });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (top?.names) top.atName = true;
        break;
      case '"': {
        const end = endOfText(text, at + 1);
        if (top?.names && top.atName) {
          const name = written(text.slice(at, end + 1));
          if (name === '__proto__') return 'forbidden-name';
          if (top.names.has(name)) return 'name-twice';
          top.names.add(name);
          top.atName = false;
        }
        at = end;
      }
    }
  }
  return undefined;
}

function endOfText(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  return text.length;
}

/** A name as the parser will read it: `\u005f` is an underscore. */
function written(name: string): string {
  if (!name.includes('\\')) return name.slice(1, -1);
  try {
    return String(JSON.parse(name));
  } catch {
    return name;
  }
}
