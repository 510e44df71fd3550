import { Sender } from '@stepway/contracts';
import { sendersOf } from './senders-of.ts';

const sender = (senderId: string, ...siteIds: readonly string[]): Sender =>
  Sender.parse({
    ...{ senderId, siteIds, title: senderId, active: true, commands: ['RecordDrugTestResult'] },
    ...{ timeZone: 'UTC', numbers: [] },
  });
const all = [sender('near', 'main'), sender('wide', 'main', 'riverside')];
const seen = (scope: Parameters<typeof sendersOf>[1]) => sendersOf(all, scope).map(({ senderId }) => senderId);

describe('whoever works', () => {
  it('everywhere answers for the messages of all senders', () => expect(seen({})).toEqual(['near', 'wide']));
  it('at one site does not see what may be about people of another', () =>
    expect(seen({ sites: ['main'] })).toEqual(['near']));
  it('at all sites of a sender answers for it', () =>
    expect(seen({ sites: ['riverside', 'main'] })).toEqual(['near', 'wide']));
  it('with one programme only sees none: nobody knows yet whose a message is', () =>
    expect(seen({ programmes: ['standard-four'] })).toEqual([]));
});
