import { createServer } from 'node:net';
import { freePort } from './ports.mjs';

describe('a free port', () => {
  it('is none that an outgoing connection may take before the server listens', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));
    expect(Math.max(...ports)).toBeLessThan(32_768);
    expect(Math.min(...ports)).toBeGreaterThan(1024);
  });

  it('is given to one server only, also when several ask at the same time', async () => {
    const ports = await Promise.all(Array.from({ length: 200 }, () => freePort()));
    expect(new Set(ports).size).toBe(200);
  });

  it('is the wished one unless something listens there', async () => {
    const wished = await freePort();
    expect(await freePort(wished)).toBe(wished);
    const other = createServer();
    await new Promise((resolve) => other.listen(wished, '127.0.0.1', resolve));
    expect(await freePort(wished)).not.toBe(wished);
    await new Promise((resolve) => other.close(resolve));
  });
});
