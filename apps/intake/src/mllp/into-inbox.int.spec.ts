import { readHl7Header } from '@stepway/clinical-codes';
import { laboratory, runIntake, type RunningIntake } from '../specs/running-intake.ts';
import { intoInbox } from './into-inbox.ts';
import { report } from './specs/messages.ts';

const [own, another] = ['a'.repeat(64), 'b'.repeat(64)];
const names = { registered: 'WITH', open: 'WITHOUT' };
let intake: RunningIntake;
beforeAll(async () => {
  intake = await runIntake();
  const { set } = intake.inbox.senders;
  const known = (application: string) => ({ application, facility: 'ACME' });
  const certified = { ...known(names.registered), certificate: own };
  await set({ ...laboratory, senderId: 'registered', hl7v2: certified }, 'administrator-1');
  await set({ ...laboratory, senderId: 'open', hl7v2: known(names.open) }, 'administrator-1');
});
afterAll(() => intake.stop());

/** What becomes of a message in the name of a laboratory, by somebody who shows this certificate. */
async function becomes(of: keyof typeof names, certificate?: string): Promise<string> {
  const text = report('C1').replace('|LIS|', `|${names[of]}|`);
  const { header } = readHl7Header(text);
  const peer = { address: '127.0.0.1', ...(certificate !== undefined && { certificate }) };
  return (await intoInbox(intake.inbox, () => undefined)(text, peer, header)).outcome;
}

describe('a sender over TLS', () => {
  it('is heard by its own certificate alone: who may connect is not yet who may speak for a laboratory', async () => {
    expect(await becomes('registered', own)).toBe('stored');
    expect(await becomes('registered', another)).toBe('refused');
    expect(await becomes('open', another)).toBe('refused');
  });
});

describe('a sender on this machine, without TLS', () => {
  it('is heard where it is registered without a certificate', async () => {
    expect(await becomes('open')).toBe('stored');
    expect(await becomes('registered')).toBe('refused');
  });
});
