import { readHl7Header } from './header.ts';
import { readHl7Message } from './read-hl7-message.ts';
import { acme, simulatedHospital } from './specs/messages.ts';

const messages = simulatedHospital();
const hospital = { ...acme, timeZone: 'Europe/London', takesTests: true };
const counted = (kinds: readonly string[]) =>
  Object.fromEntries([...new Set(kinds)].toSorted().map((kind) => [kind, kinds.filter((one) => one === kind).length]));

describe('300 messages of a simulated hospital', () => {
  it('are all read: stays as stays, laboratory reports without a drug test as nothing for us', () => {
    expect(messages.length).toBe(300);
    const kinds = messages.map((text) => {
      const reading = readHl7Message(text, hospital);
      if (reading.is === 'read')
        return [
          ...reading.message.facts.map(({ type }) => type),
          ...reading.message.questions.map((one) => one.reason),
        ].join();
      return `${reading.is}${'why' in reading ? ` ${reading.why}` : ''}`;
    });
    expect(counted(kinds)).toEqual({
      RecordExternalEncounter: 125,
      merge: 1,
      'not-supported type': 1,
      'nothing-in-it no-drug-test': 173,
    });
  });

  it('each have a header that can be answered', () => {
    const headers = messages.map((text) => readHl7Header(text));
    expect(headers.every(({ isReadable }) => isReadable)).toBe(true);
    expect(new Set(headers.map(({ header }) => header.controlId)).size).toBe(300);
  });

  it('name the person, the stay and its beginning on the clock of the sender', () => {
    expect(readHl7Message(messages[4] ?? '', hospital)).toEqual({
      is: 'read',
      message: {
        person: {
          numbers: [{ system: 'SIMULATOR MRN', value: '2590157853' }],
          name: { given: 'AKI Scenario 6', family: 'Esterkin' },
          birthDate: '1989-01-18',
        },
        facts: [
          {
            type: 'RecordExternalEncounter',
            body: { encounterId: '6145914547062969032', kind: 'hospital', from: '2020-05-08T12:06:43.000Z' },
          },
        ],
        questions: [],
      },
    });
  });

  it('say nothing where the sender marks them as training, and training does not count', () => {
    expect(readHl7Message(messages[4] ?? '', acme)).toEqual({ is: 'nothing-in-it', why: 'marked-as-test' });
  });
});
