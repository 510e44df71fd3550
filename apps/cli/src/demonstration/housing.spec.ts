import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Partner } from '@stepway/contracts';
import { commandOf, consentHolds, JourneyInMemory, plusHours, type Instant } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { sealCommand } from '@stepway/privacy';
import { programmeAsked } from '../simulate/programme-asked.ts';
import type { Plan } from '../simulated/plan.ts';
import { allowsHousing } from './housing.ts';
import { morning } from './morning.ts';

const now = '2026-11-26T13:00:00.000Z';
const programmes = readProgrammes(programmesDir({}));
const programme = programmeAsked('standard-four', programmes);
const [calendar] = programmes.sites;
if (calendar === undefined) throw new Error('There is no site');

const file = join(import.meta.dirname, '../../../../infra/partners/recovery-housing.json');
const [partner] = (JSON.parse(readFileSync(file, 'utf8')) as { readonly partners: readonly unknown[] }).partners;
const { recipient, purpose } = Partner.parse(partner);

describe('the housing provider of the demonstration', () => {
  it('is told of some people, and not of most', () => {
    const people = Array.from({ length: 90 }, (_, index) => `person-${index}`);
    const some = people.filter((person) => allowsHousing(person, now).length > 0);
    expect(some.length).toBeGreaterThan(8);
    expect(some.length).toBeLessThan(30);
  });

  it('may know whether they come and where they are, and nothing of their tests', () => {
    const [person] = morning(now, programme, calendar.siteId);
    const care = new JourneyInMemory('one', { programme, calendar }, () => undefined);
    const does = ({ at, key, actor, wish }: Plan): void => {
      const command = commandOf(wish.type, wish.fields, {
        ...{ commandId: key, actor, occurredAt: at },
        ...(wish.reason !== undefined && { reason: wish.reason }),
      });
      const sealed = sealCommand(
        command,
        (_text, field) => ({ sealed: field }),
        (...parts) => parts.join(),
      );
      expect(care.decide(sealed)).toBeUndefined();
    };
    person?.plans.slice(0, 2).forEach(does);
    const [allows] =
      Array.from({ length: 90 }, (_, index) => allowsHousing(`${index}`, now)).find((one) => one[0]) ?? [];
    if (allows === undefined) throw new Error('nobody allows it');
    does(allows);
    const { journey } = care;
    if (journey.status !== 'active') throw new Error('not in care');
    const holds = (what: Parameters<typeof consentHolds>[3], at: Instant) =>
      consentHolds(journey.consents, recipient, purpose, what, at).holds;
    for (const what of ['attendance', 'level-of-care', 'appointments-and-hand-offs'] as const)
      expect([what, holds(what, now), holds(what, plusHours(now, -1))]).toEqual([what, true, false]);
    expect([holds('drug-test-results', now), holds('discharge', now)]).toEqual([false, false]);
  });
});
