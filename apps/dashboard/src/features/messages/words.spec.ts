import { dismissalReasons, inboxChannels, quarantineReasons } from '@stepway/contracts';
import { en } from '../../texts/en/index.ts';
import { speak } from '../../texts/texts.ts';
import { factWords, questionWords, standing, whyWords } from './words.ts';

const episodeId = '00000000-0000-4000-8000-000000000001';
const fact = { command: 'RecordDrugTestResult', episodeId } as const;

describe('why a message waits', () => {
  beforeAll(() => speak('en'));

  it('has a sentence for each reason, each way and each dismissal', () => {
    const { reasons, channels, dismissals } = en.messages;
    expect(Object.keys(reasons).toSorted()).toEqual([...quarantineReasons].toSorted());
    expect(Object.keys(channels).toSorted()).toEqual([...inboxChannels].toSorted());
    expect(Object.keys(dismissals).toSorted()).toEqual([...dismissalReasons].toSorted());
  });

  it('is the question itself where something is unclear, and how many more there are', () => {
    const questions = [
      { reason: 'no-value', drugClass: 'cocaine', loinc: '14315-6', resource: 0 },
      { reason: 'new' },
    ] as const;
    expect(whyWords({ reason: 'nobody-found', questions: [] })).toMatch(/^Nobody/);
    expect(whyWords({ reason: 'unclear', questions: questions.slice(0, 1) })).toBe(
      'No result was given. (cocaine, LOINC 14315-6, part 1)',
    );
    expect(whyWords({ reason: 'unclear', questions })).toMatch(/and 1 more question$/);
  });

  it('is said in general words where this version knows the reason not', () => {
    expect(questionWords({ reason: 'of-a-newer-server' })).toBe(en.messages.asksElse);
  });
});

describe('what was recorded already', () => {
  it('tells of each fact, and why one was not accepted', () => {
    expect(factWords({ ...fact, outcome: 'recorded', version: 4 })).toBe('Record a drug-test result: recorded');
    expect(factWords({ ...fact, outcome: 'rejected', rejection: 'UnknownSpecimen' })).toBe(
      'Record a drug-test result: not accepted. There is no such specimen.',
    );
    expect(factWords({ ...fact, outcome: 'rejected', rejection: 'InTheFuture' })).toBe(
      'Record a drug-test result: not accepted',
    );
  });

  it('counts what stands, also what was known before', () => {
    const outcome = (['recorded', 'known', 'rejected'] as const).map((one) => ({ ...fact, outcome: one }));
    expect(standing({ outcome })).toBe(2);
  });
});
