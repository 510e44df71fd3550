import type { Programme } from '@stepway/pathway';
import { readProgramme } from '@stepway/contracts';
import { NotPublished, ProgrammeFileInvalid, type Programmes } from '@stepway/platform';
import { readJson } from '../read-json.ts';

/**
 * The programme somebody asks "what if" of: `id` (its newest version), `id@version`, or a file not yet published.
 * @throws NotPublished · FileUnreadable · ProgrammeFileInvalid with the paths to the faults
 */
export function programmeAsked(asked: string, programmes: Programmes): Programme {
  if (asked.endsWith('.json')) {
    const read = readProgramme(readJson(asked), programmes.all);
    if ('faults' in read) throw new ProgrammeFileInvalid(asked, read.faults);
    return read.programme;
  }
  const [id = '', version] = asked.split('@');
  const found = version === undefined ? programmes.newest(id) : programmes.find({ id, version: Number(version) });
  if (found === undefined) throw new NotPublished(`Programme ${asked}`);
  return found;
}
