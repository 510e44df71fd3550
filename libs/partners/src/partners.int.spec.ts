import { createCipheriv, createDecipheriv, randomUUID } from 'node:crypto';
import { freshDatabase } from '@stepway/test-support';
import pg from 'pg';
import type { DisclosureToRecord } from './accounting/record.ts';
import type { PartnerSeal } from './partner-seal.ts';
import { openPartners, type Partners } from './partners.ts';
import { harbourHouse } from './specs/consents.ts';
import { day } from './specs/folded.ts';

/** A seal of the spec: bound to the partner, as that of privacy is. */
const seal: PartnerSeal = {
  seal: (partnerId, key) => {
    const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32, 1), Buffer.alloc(12));
    cipher.setAAD(Buffer.from(partnerId));
    return { rootKid: 'spec', sealed: Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]) };
  },
  open: (partnerId, { sealed }) => {
    const cipher = createDecipheriv('aes-256-gcm', Buffer.alloc(32, 1), Buffer.alloc(12), { authTagLength: 16 });
    cipher.setAAD(Buffer.from(partnerId));
    cipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  },
};

let pool: pg.Pool;
let partners: Partners;
beforeEach(async () => {
  pool = new pg.Pool({ connectionString: (await freshDatabase()).url, max: 2 });
  partners = openPartners({ pool, seal });
});
afterEach(() => pool.end());

describe('a registered partner', () => {
  it('keeps its key of pseudonyms when it is changed, and no other partner has it', async () => {
    await partners.registrations.set(harbourHouse, 'admin-1');
    const before = await partners.registrations.find('recovery-housing');
    await partners.registrations.set({ ...harbourHouse, title: 'Harbour House II' }, 'admin-1');
    await partners.registrations.set({ ...harbourHouse, partnerId: 'clinic-north' }, 'admin-1');
    const [other, after] = await partners.registrations.all();
    expect(after?.partner.title).toBe('Harbour House II');
    expect(after?.pseudonyms.subject('e1')).toBe(before?.pseudonyms.subject('e1'));
    expect(other?.pseudonyms.subject('e1')).not.toBe(before?.pseudonyms.subject('e1'));
  });
});

describe('the accounting of disclosures', () => {
  const episodeId = randomUUID();
  const disclosure = (change: Partial<DisclosureToRecord> = {}): DisclosureToRecord => ({
    disclosureId: randomUUID(),
    decidedAt: day(1),
    partnerId: 'recovery-housing',
    patientId: randomUUID(),
    episodeId,
    journeyVersion: 3,
    purpose: 'housing',
    consentId: 'k1',
    consentVersion: 1,
    channel: 'stream',
    what: { eventId: randomUUID(), eventType: 'Admitted', reference: randomUUID() },
    fields: ['level'],
    ...change,
  });
  beforeEach(async () => {
    await partners.registrations.set(harbourHouse, 'admin-1');
    await pool.query(
      "INSERT INTO log.stream (episode_id, version, head_hash) VALUES ($1, 3, decode(repeat('00', 32), 'hex'))",
      [episodeId],
    );
  });

  it('has a telling once, however often it is repeated', async () => {
    const one = disclosure();
    expect(await partners.recordDisclosures([one])).toEqual(new Set([one.disclosureId]));
    expect(await partners.recordDisclosures([one])).toEqual(new Set([one.disclosureId]));
    const { rows } = await pool.query('SELECT fields FROM partner.disclosure');
    expect(rows).toEqual([{ fields: ['level'] }]);
    expect(await partners.toldBefore('recovery-housing', [episodeId])).toEqual(
      new Map([[episodeId, new Map([['k1', 1]])]]),
    );
  });

  it('lets nothing go out where the journey has moved on since consent was asked', async () => {
    expect(await partners.recordDisclosures([disclosure({ journeyVersion: 2 })])).toEqual(new Set());
    expect((await pool.query('SELECT FROM partner.disclosure')).rowCount).toBe(0);
  });

  it('is never changed', async () => {
    await partners.recordDisclosures([disclosure({ what: { resourceTypes: ['Encounter'] }, channel: 'fhir' })]);
    await expect(pool.query("UPDATE partner.disclosure SET purpose = 'treatment'")).rejects.toThrow(
      /permission denied/,
    );
    await expect(pool.query('DELETE FROM partner.disclosure')).rejects.toThrow(/permission denied/);
  });
});
