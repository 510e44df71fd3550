import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startStack, type Stack } from '@stepway/test-support';
import { Clinic, hoursAgo } from '../clinic/clinic.ts';
import { laboratory, oru, sendHl7 } from '../clinic/laboratory.ts';

let stack: Stack;
let clinic: Clinic;
beforeAll(async () => {
  stack = await startStack();
  clinic = await Clinic.of(stack);
  const file = join(stack.dir, 'senders.json');
  writeFileSync(file, JSON.stringify({ senders: [laboratory] }));
  await stack.stepway('senders', 'set', file);
}, 180_000);
afterAll(() => stack?.stop(), 60_000);

const send = (messages: readonly string[], onAnswer?: () => void) =>
  sendHl7(stack.addresses().mllp, messages, onAnswer);

async function until(what: string, holds: () => Promise<boolean>, withinMs = 20_000): Promise<number> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > withinMs) throw new Error(`${what}: not within ${withinMs / 1000} s`);
    await pause(10);
  }
  return performance.now() - begun;
}
const onBoard = async (episodeId: string): Promise<Record<string, unknown>> =>
  (await clinic.get(`/v1/episodes/${episodeId}`)).body;
const transitionOf = async (episodeId: string) =>
  (await onBoard(episodeId))['transition'] as { kind: string; state: string } | null;
const recorded = async (episodeId: string): Promise<readonly { type: string; data: Record<string, unknown> }[]> =>
  (await clinic.get(`/v1/episodes/${episodeId}/events?limit=200`)).body['items'] as never;
const patientOf = async (episodeId: string): Promise<string> => String((await onBoard(episodeId))['patientId']);

describe('somebody at IOP, and a laboratory that speaks HL7 v2', () => {
  it('is stepped up by a positive result a moment after its answer, and the correction takes it back', async () => {
    const episodeId = await clinic.admitted('iop');
    await until('the journey is on the board', async () => (await onBoard(episodeId))['level'] === 'iop');
    const patientId = await patientOf(episodeId);
    const specimen = 'N-2026-1';
    expect(await send([oru({ patientId, controlId: 'C1', specimen })])).toEqual(['AA C1']);
    const ms = await until('the step up', async () => (await transitionOf(episodeId))?.kind === 'step-up');
    console.log(`From the answer to the laboratory to the board: ${Math.round(ms)} ms`);
    expect(ms).toBeLessThan(5_000);
    const correction = { patientId, specimen, status: 'C', value: 'Negative', reportedAt: hoursAgo(0.2) } as const;
    expect(await send([oru({ ...correction, controlId: 'C2' })])).toEqual(['AA C2']);
    await until('the step up is taken back', async () => (await transitionOf(episodeId)) === null);
    const types = (await recorded(episodeId)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['UseWithdrawn', 'TransitionCancelled']));
  }, 60_000);

  it('is stepped up by the example of the documents', async () => {
    const episodeId = await clinic.admitted('iop');
    await until('the journey is on the board', async () => (await onBoard(episodeId))['level'] === 'iop');
    const script = 'docs/examples/laboratory/positive.mjs';
    const args = [script, stack.addresses().mllp, await patientOf(episodeId), 'LIS', 'NORTH'];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 10_000 })).toMatch(/^MSA\|AA\|/m);
    await until('the step up', async () => (await transitionOf(episodeId))?.kind === 'step-up');
  }, 60_000);

  it('has each result once when the intake is killed midway and the laboratory sends again what was not answered', async () => {
    const episodeId = await clinic.admitted('iop');
    await until('the journey is on the board', async () => (await onBoard(episodeId))['level'] === 'iop');
    const patientId = await patientOf(episodeId);
    const messages = Array.from({ length: 400 }, (_, index) =>
      oru({ patientId, controlId: `K${index}`, specimen: `N-K-${index}`, value: 'Negative' }),
    );
    let killed: Promise<void> | undefined;
    const answered = new Set(await send(messages, () => void (killed ??= stack.crash('intake'))));
    await killed;
    expect(answered.size).toBeLessThan(messages.length);
    await until('HL7 v2 is heard again', async () => (await send([messages[0] ?? ''])).length === 1);
    const again = messages.filter((_, index) => !answered.has(`AA K${index}`));
    expect(await send(again)).toHaveLength(again.length);
    const specimens = async () =>
      (await clinic.get(`/v1/episodes/${episodeId}`)).body['specimens'] as readonly { specimenId: string }[];
    await until('all results', async () => (await specimens()).length === messages.length, 90_000);
    expect(new Set((await specimens()).map(({ specimenId }) => specimenId)).size).toBe(messages.length);
  }, 150_000);

  it('is answered and recorded while Temporal is down; the move comes when it is back', async () => {
    const episodeId = await clinic.admitted('iop');
    await until('the journey is on the board', async () => (await onBoard(episodeId))['level'] === 'iop');
    const patientId = await patientOf(episodeId);
    await stack.takeDown('temporal');
    expect(await send([oru({ patientId, controlId: 'T1', specimen: 'N-T-1' })])).toEqual(['AA T1']);
    await until('the result', async () => ((await onBoard(episodeId))['specimens'] as unknown[]).length === 1, 40_000);
    expect(await transitionOf(episodeId)).toBeNull();
    await stack.bringBack('temporal');
    await until('the step up', async () => (await transitionOf(episodeId))?.kind === 'step-up', 60_000);
  }, 120_000);

  it('is told apart from a sender that nobody registered', async () => {
    const episodeId = await clinic.admitted('iop');
    const message = oru({ patientId: episodeId, controlId: 'X1', specimen: 'N-X' }).replace('|LIS|', '|ELSE|');
    expect(await send([message])).toEqual(['AR X1']);
  });
});
