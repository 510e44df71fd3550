import { cameBack } from '../specs/after.ts';
import { admission, admitted, day, definitive, opened, presumptive, tellsOfUse } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { discharged } from '../specs/moves.ts';
import { plusHours } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';

/** Rule 13 counts from the last use that the person told of and that lies before admission. */
const found = (collectedAt: string, drugClass: DrugClass = 'cocaine', fields = {}) =>
  definitive([[drugClass, 'positive']], { collectedAt, specimenId: `S-${collectedAt}`, ...fields });
const told = (onDay: number, drugClass: DrugClass = 'cocaine') =>
  tellsOfUse(drugClass, day(onDay), day(Math.max(onDay, -1)));
const told40 = told(-40);

function meaning(before: readonly (Step | readonly Step[])[], last: Step): string | undefined {
  const { journey } = given(opened(), ...before).when(last);
  const [judgement] = Object.values(journey.specimens.at(-1)?.judgements ?? {});
  return judgement?.disposition;
}

describe('the last use told of before admission', () => {
  it.each([[[told(-10), told(-3)]], [[told(-3), told(-10)]]] as const)('is the latest, in whatever order', (words) => {
    expect(meaning([words, admitted('iop')], found(day(1)))).toBe('baseline');
    expect(meaning([words, admitted('iop')], found(plusHours(day(1), 1)))).toBe('unexpected-use');
  });

  it('is the latest of its family', () => {
    const family = [told(-1, 'heroin'), told(-9, 'opioids'), admitted('iop')];
    expect(meaning(family, found(day(4), 'opioids'))).toBe('baseline');
    expect(meaning(family, found(plusHours(day(4), 1), 'opioids'))).toBe('unexpected-use');
    // Opioids never show as heroin.
    expect(meaning([told(-9, 'heroin'), told(-1, 'opioids'), admitted('iop')], found(day(1), 'heroin'))).toBe(
      'unexpected-use',
    );
  });

  it('may lie at the very moment of admission, and not after it', () => {
    const at = given(opened(), admitted('iop'), tellsOfUse('cocaine', admission, day(1))).when(found(day(3)));
    expect(at.journey.specimens[0]?.judgements.cocaine?.explanation).toContain('the last use told of before admission');
    expect(at.journey.uses).toEqual([]);
    const after = given(opened(), admitted('iop'), tellsOfUse('cocaine', plusHours(admission, 1), day(1))).when(
      found(plusHours(day(4), 1)),
    );
    expect(after.journey.specimens[0]?.judgements.cocaine?.disposition).toBe('residual');
  });

  it('is not what was told of before the discharge that a re-entry comes after', () => {
    const away = [admitted('iop'), discharged('dropped-out', day(10))];
    const again = [cameBack('iop', day(20))];
    expect(meaning([away, tellsOfUse('cocaine', day(18), day(19)), again], found(day(23)))).toBe('unexpected-use');
    expect(meaning([away, again], found(day(23)))).toBe('baseline');
    expect(meaning([away, again, told(-5)], found(day(23)))).toBe('baseline');
  });

  it('establishes no use where there was no admission yet, and may become known with a later specimen', () => {
    expect(given(opened()).when(told(-3)).journey.uses).toEqual([]);
    const late = presumptive([['cocaine', 'positive', { acknowledged: { lastUseAt: day(-3) } }]], {
      collectedAt: day(6),
      specimenId: 'S-late',
    });
    const { journey } = given(opened(), admitted('iop'), found(day(2))).when(late);
    expect(journey.specimens[0]?.judgements.cocaine?.disposition).toBe('unexpected-use');
  });
});

describe('a positive at admission that shows a later use than was told of', () => {
  const at = (onDay: number, hours = 0, fields = {}) => found(plusHours(day(onDay), hours), 'cocaine', fields);

  it('lies beyond the window of what was told of', () => {
    expect(meaning([told(-5), at(-1), admitted('iop')], found(day(2)))).toBe('unexpected-use');
    expect(meaning([told(-5), at(-1, 1), admitted('iop')], found(day(2)))).toBe('baseline');
  });

  it('may be collected at the moment of admission', () => {
    expect(meaning([told40, admitted('iop'), at(0)], found(day(2)))).toBe('baseline');
  });

  it.each([
    ['was negative', definitive([['cocaine', 'negative']], { collectedAt: day(-1) })],
    ['is only preliminary', at(-1, 0, { status: 'preliminary' })],
    ['could not be told', definitive([['cocaine', 'indeterminate']], { collectedAt: day(-1) })],
    ['is of another class', found(day(-1), 'pcp')],
    ['lies before what was told of', at(-60)],
  ] as const)('is none that %s', (_, specimen) => {
    const before = [told40, specimen, admitted('iop')];
    expect(meaning(before, found(day(2)))).toBe('unexpected-use');
  });

  it('is none that the laboratory took back', () => {
    const gone = [at(-1), at(-1, 0, { status: 'cancelled', results: [], reportedAt: day(-0.5) })];
    expect(meaning([told40, gone, admitted('iop')], found(day(2)))).toBe('unexpected-use');
  });
});
