import { readHl7Message } from './read-hl7-message.ts';
import { acme, admission } from './specs/messages.ts';

const pv1 = (given: { class?: string; visit?: string; from?: string; to?: string; disposition?: string } = {}) => {
  const { class: kind = 'I', visit = 'V 1', from = '20260202100000', to = '', disposition = '' } = given;
  return `PV1|1|${kind}${'|'.repeat(17)}${visit}^^^HOSP${'|'.repeat(17)}${disposition}${'|'.repeat(8)}${from}|${to}`;
};
const read = (event: string, visit: string, more: Parameters<typeof admission>[2] = {}) => {
  const reading = readHl7Message(admission(event, visit, more), acme);
  return reading.is === 'read' ? reading.message : reading;
};
const stay = { encounterId: 'x_.V_201', kind: 'hospital', from: '2026-02-02T15:00:00.000Z' };

describe('a hospital stay', () => {
  it.each(['A01', 'A02', 'A08'])('is told by %s', (event) => {
    expect(read(event, pv1())).toMatchObject({
      facts: [{ type: 'RecordExternalEncounter', body: stay }],
      questions: [],
    });
  });

  it('ends by A03, and the end is told again by what comes later', () => {
    const ended = { ...stay, to: '2026-02-04T13:00:00.000Z' };
    for (const event of ['A03', 'A08'])
      expect(read(event, pv1({ to: '202602040800' }))).toMatchObject({ facts: [{ body: ended }] });
  });

  it('begins and ends when the event happened, where its own times are not told', () => {
    const evn = 'EVN||20260202101500||||20260202100000';
    expect(read('A01', pv1({ from: '' }), { evn })).toMatchObject({ facts: [{ body: stay }] });
    expect(read('A03', pv1({ from: '20260201' }), { evn })).toMatchObject({
      facts: [],
      questions: [{ reason: 'no-time-of-stay', about: 'x_.V_201' }],
    });
    expect(read('A03', pv1(), { evn })).toMatchObject({ facts: [{ body: { to: stay.from } }] });
  });

  it('is another one than the visit to the emergency room that it began as', () => {
    expect(read('A01', pv1({ class: 'E', visit: 'V1' }))).toMatchObject({
      facts: [{ body: { encounterId: 'V1.ed', kind: 'emergency-department' } }],
    });
  });

  it('is for a person where it, or its end, is taken back', () => {
    expect(read('A11', pv1())).toMatchObject({
      facts: [],
      questions: [{ reason: 'stay-cancelled', about: 'x_.V_201' }],
    });
    expect(read('A13', pv1())).toMatchObject({ facts: [], questions: [{ reason: 'discharge-cancelled' }] });
  });

  it('is asked about where number or kind are missing', () => {
    expect(read('A01', pv1({ visit: '' }))).toMatchObject({ facts: [], questions: [{ reason: 'no-visit-number' }] });
    expect(read('A01', pv1({ class: 'Q' }))).toMatchObject({
      facts: [],
      questions: [{ reason: 'kind-of-stay-not-understood' }],
    });
  });

  it('is none where the person came and went', () => {
    expect(read('A01', pv1({ class: 'O' }))).toEqual({ is: 'nothing-in-it', why: 'no-stay' });
    expect(read('A08', 'AL1|1')).toEqual({ is: 'nothing-in-it', why: 'no-stay' });
  });

  it('that ended in death is for a person, whatever else it says', () => {
    expect(read('A03', pv1({ to: '20260204080000', disposition: '20' }))).toMatchObject({
      facts: [{ type: 'RecordExternalEncounter' }],
      questions: [{ reason: 'death-told' }],
    });
    const pid = `PID|1||4711^^^ACME||Doe^Jane${'|'.repeat(25)}Y`;
    expect(read('A08', pv1({ class: 'O' }), { pid })).toMatchObject({ questions: [{ reason: 'death-told' }] });
  });
});

describe('two records of one person that are joined', () => {
  it.each(['A34', 'A40'])('are for a person, by %s', (event) => {
    expect(read(event, 'MRG|618^^^ACME')).toMatchObject({
      is: 'merge',
      person: { numbers: [{ system: 'ACME', value: '4711' }] },
    });
  });
});
