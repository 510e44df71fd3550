import type { ExternalEncounterKind } from '@stepway/pathway';

const plain = /^[A-Za-z0-9._-]{1,64}$/;
/** Before an id that is not the number itself, so that no two numbers come to one id. */
const changed = 'x_.';

/**
 * A number of the sender's (of a specimen, of a visit) as an id of ours: the same number always gives the same id, and
 * another number another one. As it is wherever that is possible: people on both sides call the specimen by it. Else
 * reversibly, each other byte as `_` and its two digits. Undefined where there is no number, or it is too long.
 */
export function callerId(number: string): string | undefined {
  const trimmed = number.trim();
  if (plain.test(trimmed) && !trimmed.startsWith(changed)) return trimmed;
  if (trimmed === '' || trimmed.length > 64) return undefined;
  const bytes = [...new TextEncoder().encode(trimmed)].map((byte) => {
    const written = String.fromCharCode(byte);
    return /[A-Za-z0-9.-]/.test(written) ? written : `_${byte.toString(16).padStart(2, '0')}`;
  });
  const id = changed + bytes.join('');
  return plain.test(id) ? id : undefined;
}

/**
 * The id of a stay by its visit number. Of what begins in the emergency room and goes on in a ward under one number,
 * each is a stay of its own.
 */
export function stayId(visit: string, kind: ExternalEncounterKind): string | undefined {
  const id = callerId(visit);
  if (id === undefined || kind === 'hospital') return id;
  return id.length > 61 ? undefined : `${id}.ed`;
}
