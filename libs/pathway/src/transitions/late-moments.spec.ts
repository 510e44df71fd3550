import { cameBack } from '../specs/after.ts';
import { admitted, day, definitive, inCareAt, opened, presumptive, reviewed, tellsOfUse } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, type Step } from '../specs/given.ts';
import { arrived, discharged, first, happened, overrideTo, referralClosed } from '../specs/moves.ts';
import { plusHours, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';

const moment = 0.001;
const inIop = inCareAt('iop');
const cocaine = (collectedAt: Instant, reportedAt = collectedAt) =>
  definitive([['cocaine', 'positive']], { collectedAt, reportedAt });
const negative = (collectedAt: Instant, drugClass: DrugClass = 'cocaine') =>
  definitive([[drugClass, 'negative']], { collectedAt });

/** What one rule saw of the use that was considered last. */
function saw(rule: string, before: readonly Step[], use: Step): unknown[] {
  const { events } = given(before).when(use);
  const rules = events.findLast((event) => event.type === 'TransitionConsidered')?.data.rules ?? [];
  return rules.flatMap((one) => (one.rule === rule ? [one.held, one.saw] : []));
}

describe('a discharge since the collection', () => {
  const rule = 'no-discharge-since-collection';
  const back = (leftAt: Instant) => [...inIop, discharged('dropped-out', leftAt), cameBack('iop', day(13))];

  it('keeps a use from moving who came back to the same episode since', () => {
    given(back(day(12)))
      .when(cocaine(day(10), day(14)))
      .thenIncludes(taskOpened('late-result-review'))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('is one at the collection or after it; a change of level is none', () => {
    expect(saw(rule, inIop, cocaine(day(10)))).toEqual([true, 'none']);
    expect(saw(rule, back(day(12)), cocaine(day(12), day(14)))).toEqual([
      false,
      `discharged ${day(12)}, in care again since`,
    ]);
    expect(saw(rule, back(day(12)), cocaine(day(20)))).toEqual([true, 'none']);
    const moved = [...inCareAt('residential'), overrideTo('iop', day(11)), arrived(first, day(12))];
    expect(saw(rule, moved, cocaine(day(10), day(14)))).toEqual([true, 'none']);
  });

  it('is told of in the sentence', () => {
    const { events } = given(back(day(12))).when(cocaine(day(10), day(14)));
    const told = events.findLast((event) => event.type === 'TransitionConsidered')?.data.sentence;
    expect(told).toBe(
      'Unexpected positive (cocaine), treated as new use: it moves no one by itself, because the person left care since and came back; a clinician looks at it.',
    );
  });
});

describe('a use of before the present stay', () => {
  const moved = (...tests: readonly Step[]) => [
    ...inCareAt('residential'),
    ...tests,
    overrideTo('iop', day(11.5)),
    arrived(first, day(12)),
  ];
  const rule = 'not-cleared-before-this-stay';
  const late = cocaine(day(10), day(14));
  const cleared = (...tests: readonly Step[]) => saw(rule, moved(...tests), late)[0] === false;

  it('moves no one where a later specimen cleared it: one definitive, or two presumptive two days apart', () => {
    expect(cleared(negative(plusHours(day(10), 1)))).toBe(true);
    expect(cleared(negative(plusHours(day(10), -1)))).toBe(false);
    expect(cleared(negative(day(11), 'fentanyl'))).toBe(false);
    const screens = (apart: number) => [
      presumptive([['cocaine', 'negative']], { collectedAt: plusHours(day(11), -48) }),
      presumptive([['cocaine', 'negative']], { collectedAt: plusHours(day(11), apart - 48) }),
    ];
    // Collected two days after the use at least: the first of the two must follow it.
    const early = cocaine(day(8.5), day(14));
    expect(saw(rule, moved(...screens(48)), early)[0]).toBe(false);
    expect(saw(rule, moved(...screens(47.9)), early)[0]).toBe(true);
  });

  it('moves no one only where every class of it was cleared', () => {
    const both = definitive(
      [
        ['cocaine', 'positive'],
        ['methamphetamine', 'positive'],
      ],
      { collectedAt: day(10), reportedAt: day(14) },
    );
    const two = definitive(
      [
        ['cocaine', 'negative'],
        ['methamphetamine', 'negative'],
      ],
      { collectedAt: day(11) },
    );
    expect(saw(rule, moved(negative(day(11))), both)[0]).toBe(true);
    expect(saw(rule, moved(two), both)[0]).toBe(false);
  });

  it('that was told of is cleared by any test of that class since', () => {
    const told = tellsOfUse('cocaine', day(10), day(14));
    const oral = definitive([['cocaine', 'negative']], { collectedAt: day(11), matrix: 'oral-fluid' });
    expect(saw(rule, moved(oral), told)).toEqual([false, 'a later specimen is negative']);
    expect(saw(rule, moved(negative(day(9))), told)).toEqual([
      true,
      'collected before the present stay, not cleared since',
    ]);
    expect(saw(rule, moved(negative(day(11), 'fentanyl')), told)[0]).toBe(true);
  });
});

describe('a use of before admission, as a clinician found', () => {
  it('moves no one by itself, and says why', () => {
    const before = definitive([['cocaine', 'positive']], { collectedAt: day(-1), specimenId: 's0' });
    const { events } = given(opened(), before, admitted('iop')).when(
      reviewed('s0', 'cocaine', 'unexpected-use', day(2)),
    );
    const told = events.findLast((event) => event.type === 'TransitionConsidered')?.data;
    expect(told).toMatchObject({
      outcome: 'task',
      sentence:
        'Unexpected positive (cocaine), treated as new use: it moves no one by itself, because it was collected before admission; a clinician looks at it.',
    });
  });
});

describe('a use of who never came into care', () => {
  it('moves no one', () => {
    given(opened(), referralClosed(day(-1)))
      .when(cocaine(day(-3), day(1)))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('waits for the admission to be considered', () => {
    const { events } = given(opened({ requestedAt: day(-20) })).when(cocaine(plusHours(day(0), -moment)));
    expect(events).not.toContainEqual(expect.objectContaining(happened('TransitionConsidered')));
  });
});
