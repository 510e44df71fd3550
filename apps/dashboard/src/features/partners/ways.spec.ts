import { existsSync } from 'node:fs';
import { ways } from './ways.ts';

const all = ways({ partnerId: 'p1', topic: 'stepway.partner.p1.v1', address: 'https://stepway.example' });

describe('the ways in which a partner connects', () => {
  it('have its own topic and our address in them', () => {
    const lines = all.map((one) => one.lines).join('\n');
    expect(lines).toContain('--topic stepway.partner.p1.v1');
    expect(lines).toContain('kafka.mjs p1');
    expect(lines).toContain('--group stepway.partner.p1.console');
    expect(lines).toContain('https://stepway.example/asyncapi.json');
  });

  it('name scripts that there are', () => {
    const scripts = all.flatMap(({ lines }) => lines.match(/docs\/\S+\.mjs/g) ?? []);
    expect(scripts.length).toBe(3);
    expect(scripts.filter((script) => !existsSync(script))).toEqual([]);
  });
});
