import { NewPatient } from '@stepway/contracts';
import { chance } from '../chance.ts';

/** Under which a participant of the trial data is known here. */
export const externalSystem = 'ctn0094';

/** Names that nobody takes for real. */
const given = [
  'Agate', 'Alder', 'Aspen', 'Basalt', 'Beryl', 'Bramble', 'Cedar', 'Clover', 'Coral', 'Fern', 'Flint', 'Garnet',
  'Hazel', 'Heath', 'Hollis', 'Indigo', 'Jasper', 'Juniper', 'Larch', 'Linden', 'Marigold', 'Onyx', 'Opal', 'Rowan',
  'Sage', 'Sorrel', 'Tansy', 'Thistle', 'Wren', 'Yarrow',
] as const; // prettier-ignore
const family = [
  'Demofield', 'Dummont', 'Exampleton', 'Fauxley', 'Fictor', 'Imaginaro', 'Ipsumson', 'Loremby', 'Makebelieve',
  'Mockridge', 'Nonesuch', 'Notareal', 'Placeholm', 'Pretendle', 'Samplewood', 'Sandboxe', 'Stubbs-Mock', 'Testerly',
  'Trialsby', 'Whimsey',
] as const; // prettier-ignore

const twoDigits = (value: number) => String(value).padStart(2, '0');

/**
 * An invented identity for a participant whose data have none, or for somebody who is invented altogether; the same one
 * for the same key.
 */
export function inventedPerson(key: string, mark = 'DEMO'): NewPatient {
  const draw = chance('identity', key);
  const number = draw.int(0, 99);
  return {
    name: { given: draw.pick(given), family: draw.pick(family) },
    birthDate: `${draw.int(1958, 2004)}-${twoDigits(draw.int(1, 12))}-${twoDigits(draw.int(1, 28))}`,
    sex: draw.pick(['female', 'male', 'other', 'unknown']),
    contacts: [{ system: 'phone', value: `+1 555 01${twoDigits(number)}` }],
    mrn: `${mark}-${key}`,
    externalIds: [{ system: externalSystem, value: key }],
  };
}
