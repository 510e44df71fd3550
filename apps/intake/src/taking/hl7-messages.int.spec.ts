import { daysAgo, runIntake, type RunningIntake } from '../specs/running-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await runIntake();
});
afterAll(() => intake.stop());

const at = (days: number): string => daysAgo(days).replaceAll(/[-:T]/g, '').slice(0, 14) + '+0000';
const send = (mrn: string, type: string, ...segments: readonly string[]) => {
  const msh = `MSH|^~\\&|LIS|LAB|STEPWAY|CLINIC|${at(1)}||${type}|M1|P|2.5.1`;
  const text = [msh, `PID|1||${mrn}^^^CLINIC^MR||Canary^Ada||19800203|F`, ...segments].join('\r');
  return intake.send(text, { channel: 'hl7v2', body: Buffer.from(text, 'utf8') });
};
const types = async (episodeId: string) => (await intake.log.readStream(episodeId)).events.map(({ type }) => type);

describe('an HL7 v2 message of somebody who is cared for here', () => {
  it('is recorded and judged where it is a result, whatever authority the sender calls its numbers by', async () => {
    const { episodeId } = await intake.somebody('H-1');
    const obr = `OBR|1||26-77|65750-2^Drug screen^LN|||${at(2)}|||||||||||||||${at(1)}|||F`;
    await send('H-1', 'ORU^R01', obr, 'OBX|1|ST|14315-6^Cocaine^LN||POSITIVE||||||F');
    expect(await intake.takeAll()).toMatchObject([{ state: 'taken', outcome: [{ episodeId, outcome: 'recorded' }] }]);
    expect(await types(episodeId)).toEqual(expect.arrayContaining(['DrugTestResultRecorded', 'DrugTestDisposed']));
  });

  it('is recorded where it is a stay', async () => {
    const { episodeId } = await intake.somebody('H-2');
    const pv1 = `PV1|1|I${'|'.repeat(17)}V-1^^^HOSP${'|'.repeat(25)}${at(3)}`;
    await send('H-2', 'ADT^A01', `EVN|A01|${at(3)}`, pv1);
    expect(await intake.takeAll()).toMatchObject([
      { state: 'taken', outcome: [{ command: 'RecordExternalEncounter', episodeId, outcome: 'recorded' }] },
    ]);
  });
});
