import { day, definitive, inCareAt, presumptive } from '../specs/commands.ts';
import { disposed, useWithdrawn } from '../specs/events.ts';
import { given, type Step } from '../specs/given.ts';
import type { DrugClass, Outcome } from '../vocabulary.ts';

const inIop = inCareAt('iop');
const screen = (outcome: Outcome, reportedAt = day(10)) => presumptive([['cocaine', outcome]], { reportedAt });
const confirmed = (outcome: Outcome, reportedAt = day(12)) => definitive([['cocaine', outcome]], { reportedAt });
/** What the one specimen of these specs has come to mean. */
const meaningOf = (...reports: readonly Step[]) => given(inIop).when(...reports).journey.specimens[0]?.judgements;

describe('two reports on one specimen', () => {
  it('let the definitive result outrank the screen, whichever comes first', () => {
    expect(meaningOf(screen('positive'), confirmed('negative'))?.cocaine?.disposition).toBe('negative');
    expect(meaningOf(confirmed('negative'), screen('positive'))?.cocaine?.disposition).toBe('negative');
    expect(meaningOf(screen('negative'), confirmed('positive'))?.cocaine?.disposition).toBe('unexpected-use');
    expect(meaningOf(confirmed('positive'), screen('negative'))?.cocaine?.disposition).toBe('unexpected-use');
  });

  it('keep a class that the later one does not name', () => {
    const both = meaningOf(screen('positive'), definitive([['fentanyl', 'negative']], { reportedAt: day(12) }));
    expect(both).toMatchObject({
      cocaine: { disposition: 'awaiting-confirmation' },
      fentanyl: { disposition: 'negative' },
    });
  });

  it('leave a positive screen open, and ask for a new test, when the confirmation could not be done', () => {
    expect(meaningOf(screen('positive'), confirmed('not-done'))?.cocaine?.disposition).toBe('inconclusive');
    expect(meaningOf(screen('negative'), confirmed('not-done'))?.cocaine?.disposition).toBe('negative');
  });

  it('add analytes of one class', () => {
    const analyte = (name: string, outcome: Outcome, reportedAt: string) =>
      definitive([['opioids', outcome, { analyte: name }]], { reportedAt });
    const both = meaningOf(analyte('codeine', 'negative', day(11)), analyte('morphine', 'positive', day(12)));
    expect(both?.opioids?.disposition).toBe('unexpected-use');
  });

  it('let the final one decide, also when the preliminary one comes after it', () => {
    const preliminary = definitive([['cocaine', 'positive']], { status: 'preliminary', reportedAt: day(10) });
    expect(meaningOf(preliminary, confirmed('negative'))?.cocaine?.disposition).toBe('negative');
    expect(meaningOf(confirmed('negative'), preliminary)?.cocaine?.disposition).toBe('negative');
    expect(meaningOf(preliminary)?.cocaine?.disposition).toBe('pending');
  });
});

describe('another outcome for the same class and stage', () => {
  it('is refused from a final report, naming the field', () => {
    given(inIop, confirmed('positive'))
      .when(confirmed('negative', day(13)))
      .thenRejects('SpecimenConflict');
  });

  it('is taken from a correction, before or after the report it corrects', () => {
    const corrected = definitive([['cocaine', 'negative']], { status: 'corrected', reportedAt: day(13) });
    given(inIop, confirmed('positive')).when(corrected).thenIncludes(disposed('negative'), useWithdrawn());
    expect(meaningOf(corrected, confirmed('positive'))?.cocaine?.disposition).toBe('negative');
  });

  it('leaves the temperature of the specimen as it was reported before', () => {
    const doubtful = definitive(
      [
        ['cocaine', 'positive'],
        ['fentanyl', 'negative'],
      ],
      { validity: { finding: 'valid', temperature: 'out-of-range' } },
    );
    const corrected = definitive([['fentanyl', 'indeterminate']], { status: 'corrected', reportedAt: day(11) });
    given(inIop, doubtful).when(corrected).thenLacks('UseEstablished', 'TransitionStarted');
    expect(meaningOf(doubtful, corrected)?.cocaine?.disposition).toBe('awaiting-review');
  });

  it('replaces the whole class at that stage, also other analytes', () => {
    const original = definitive([['opioids', 'positive', { analyte: 'morphine' }]], { reportedAt: day(11) });
    const corrected = definitive([['opioids', 'negative', { analyte: 'codeine' }]], {
      status: 'corrected',
      reportedAt: day(13),
    });
    expect(meaningOf(original, corrected)?.opioids?.disposition).toBe('negative');
  });
});

describe('a specimen said to be another', () => {
  it('is refused with another collection time or matrix, unless corrected', () => {
    const other = { specimenId: 'S-2026-05-14T12', collectedAt: day(9), reportedAt: day(12) };
    given(inIop, screen('positive'))
      .when(definitive([['cocaine', 'positive']], other))
      .thenRejects('SpecimenConflict');
    given(inIop, screen('positive'))
      .when(definitive([['cocaine', 'positive']], { matrix: 'blood', reportedAt: day(12) }))
      .thenRejects('SpecimenConflict');
    const corrected = given(inIop, screen('positive')).when(
      definitive([['cocaine', 'positive']], { ...other, status: 'corrected' }),
    );
    expect(corrected.journey.specimens).toMatchObject([{ collectedAt: day(9) }]);
  });
});

describe('a cancelled report', () => {
  it('takes back what was reported until then; a later report stands', () => {
    const cancelled = definitive([], { status: 'cancelled', reportedAt: day(11) });
    expect(meaningOf(screen('positive'), cancelled)?.cocaine?.disposition).toBe('superseded');
    expect(meaningOf(cancelled, screen('positive'))?.cocaine?.disposition).toBe('superseded');
    expect(meaningOf(screen('positive'), cancelled, confirmed('negative'))?.cocaine?.disposition).toBe('negative');
  });

  it('takes back what it said of the specimen, too: a new report speaks for itself', () => {
    const adulterated = definitive([['cocaine', 'negative']], { validity: { finding: 'adulterated' } });
    const cancelled = definitive([], { status: 'cancelled', reportedAt: day(11) });
    expect(meaningOf(adulterated, cancelled, confirmed('negative'))?.cocaine?.disposition).toBe('negative');
    expect(meaningOf(confirmed('negative'), cancelled, adulterated)?.cocaine?.disposition).toBe('negative');
  });

  it('takes back only the classes it names', () => {
    const cancelled = presumptive([['cocaine', 'positive']], { status: 'cancelled', reportedAt: day(11) });
    const both = presumptive([
      ['cocaine', 'positive'],
      ['fentanyl', 'negative'],
    ]);
    expect(meaningOf(both, cancelled)).toMatchObject({
      cocaine: { disposition: 'superseded' },
      fentanyl: { disposition: 'negative' },
    });
  });
});

describe('recording a result', () => {
  it('said twice, under another command id, is no news', () => {
    given(inIop, screen('positive')).when(screen('positive')).thenNothing();
    const told = (...classes: readonly DrugClass[]) => presumptive(classes.map((one) => [one, 'negative'] as const));
    given(inIop, told('cocaine', 'pcp')).when(told('pcp', 'cocaine')).thenNothing();
  });

  it('is refused from the future, or reported before it was collected', () => {
    const ahead = { ...screen('positive'), occurredAt: day(9) };
    given(inIop).when(ahead).thenRejects('InTheFuture');
    given(inIop)
      .when(presumptive([['cocaine', 'positive']], { reportedAt: day(9), recordedAt: day(11) }))
      .thenRejects('EndsBeforeItBegins');
  });

  it('names the classes of a specimen that was first reported without any', () => {
    const outcome = given(inIop, definitive([], { reportedAt: day(10) }))
      .when(confirmed('negative'))
      .thenIncludes(disposed('negative', { drugClass: 'cocaine' }));
    expect(Object.keys(outcome.journey.specimens[0]?.judgements ?? {})).toEqual(['cocaine']);
  });
});
