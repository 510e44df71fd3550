import { networkInterfaces } from 'node:os';
import { insideAddresses } from '@stepway/test-support';
import { insideAddress, isLoopbackAddress } from './inside-address.ts';

describe('an address', () => {
  it.each(insideAddresses)('%s is inside', (address) => expect(insideAddress(address)).toBeDefined());

  it('of the public Internet is not inside', () => {
    const open = ['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700::1111'];
    expect(open.filter((address) => insideAddress(address) !== undefined)).toEqual([]);
  });

  it('of this machine is inside, public or not', () => {
    const own = Object.values(networkInterfaces()).flatMap((each = []) => each.map(({ address }) => address));
    expect(own.filter((address) => insideAddress(address) === undefined)).toEqual([]);
  });

  it.each(['', 'localhost', '127.1', '1.1.1.1 ', '0x7f000001', '::1]'])('%j is none', (text) => {
    expect(insideAddress(text)).toBe('no-address');
    expect(isLoopbackAddress(text)).toBe(false);
  });
});
