import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Partner, Sender } from '@stepway/contracts';
import { readRegistrations } from './read-registrations.ts';

const fileWith = (content: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'stepway-spec-')), 'file.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe('a file of registrations', () => {
  it('gives those of the demonstration', () => {
    expect(readRegistrations('infra/partners/recovery-housing.json', 'partners', Partner)).toMatchObject([
      { partnerId: 'recovery-housing' },
    ]);
    expect(readRegistrations('infra/senders/laboratory.json', 'senders', Sender)).toMatchObject([
      { senderId: 'laboratory' },
    ]);
  });

  it('that is not as it should be is told with the place of each fault', () => {
    const file = fileWith({ partners: [{ partnerId: 'Not A Slug' }] });
    expect(() => readRegistrations(file, 'partners', Partner)).toThrow(/\/partners\/0\/partnerId: /);
    expect(() => readRegistrations(file, 'partners', Partner)).toThrow(/\/partners\/0\/title: /);
    expect(() => readRegistrations(fileWith({ partners: [] }), 'partners', Partner)).toThrow(/\/partners: /);
    expect(() => readRegistrations(fileWith({ people: [] }), 'partners', Partner)).toThrow(/people/);
  });
});
