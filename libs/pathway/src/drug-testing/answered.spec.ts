import { attended, day, inCareAt } from '../specs/commands.ts';
import { reachedOut } from '../specs/contact.ts';
import { given, type Step } from '../specs/given.ts';
import { judged, reportOf, specimenOf } from '../specs/specimens.ts';
import type { Disposition } from '../vocabulary.ts';
import { answerFellAway, foundSince, lastCollectedAt, seenSince } from './answered.ts';

const { journey } = given(inCareAt('iop')).when();
/** Collected on that day, and decided upon on the other. */
const meant = (disposition: Disposition, days: number, decided = days + 1) =>
  specimenOf([reportOf([])], { methadone: judged(disposition, disposition, { decidedAt: day(decided) }) }, day(days));
const withSpecimens = (...specimens: readonly ReturnType<typeof meant>[]) => ({ ...journey, specimens });

describe('what was open since a specimen', () => {
  it('is answered by the last one that stands', () => {
    expect(lastCollectedAt(withSpecimens(meant('negative', 12), meant('negative', 10)))).toBe(day(12));
    expect(lastCollectedAt(withSpecimens(meant('negative', 10), meant('superseded', 12)))).toBe(day(10));
    expect(lastCollectedAt(withSpecimens(meant('superseded', 12)))).toBe('');
    expect(lastCollectedAt(withSpecimens())).toBe('');
  });

  it('is asked for anew when what answered it was taken back', () => {
    const fellAway = (...specimens: readonly ReturnType<typeof meant>[]) =>
      answerFellAway(withSpecimens(...specimens), day(10));
    expect(fellAway(meant('superseded', 11, 14), meant('superseded', 12, 13))).toBe(day(14));
    expect(fellAway(meant('superseded', 10, 14))).toBe('');
    expect(fellAway(meant('superseded', 9, 14))).toBe('');
    expect(fellAway(meant('negative', 11, 14))).toBe('');
    expect(fellAway(meant('superseded', 11, 13), meant('negative', 12, 14), meant('superseded', 9, 15))).toBe(day(13));
  });
});

describe('a medication that was not found', () => {
  const absent = meant('unexpected-absence', 10);

  it.each([
    ['in a later specimen', true, [meant('expected-prescribed', 11)]],
    ['in any later specimen', true, [meant('negative', 12), meant('expected-prescribed', 11)]],
    ['not in one of the same moment', false, [meant('expected-prescribed', 10)]],
    ['not in one before', false, [meant('expected-prescribed', 9)]],
    ['not in one that means something else', false, [meant('unexpected-use', 11)]],
    ['not in one in which it was not tested', false, [specimenOf([reportOf([])], {}, day(11))]],
  ])('was found since: %s', (_, found, others) => {
    expect(foundSince(absent, [absent, ...others])).toBe(found);
  });

  it('is one of several, each of which must be found', () => {
    const both = specimenOf([], {
      methadone: judged('unexpected-absence'),
      buprenorphine: judged('unexpected-pattern'),
    });
    const also = specimenOf([], { buprenorphine: judged('expected-prescribed') }, day(12));
    expect(foundSince(both, [meant('expected-prescribed', 11)])).toBe(false);
    expect(foundSince(both, [meant('expected-prescribed', 11), also])).toBe(true);
  });
});

describe('the person was seen since', () => {
  it.each<readonly [string, boolean, readonly Step[]]>([
    ['in a session', true, [attended(day(6))]],
    ['in one that began late', true, [{ ...attended(day(6)), attendance: 'late' }]],
    ['not in one of that moment', false, [attended(day(5))]],
    ['not in one before', false, [attended(day(4))]],
    ['not in one that they missed', false, [{ ...attended(day(6)), attendance: 'missed' }]],
    ['reached by a call', true, [reachedOut(day(6), { reached: true })]],
    ['not by one of that moment', false, [reachedOut(day(5), { reached: true })]],
    ['not by one before', false, [reachedOut(day(4), { reached: true })]],
    ['not by one that reached nobody', false, [reachedOut(day(6))]],
    ['not at all', false, []],
  ])('%s', (_, seen, steps) => {
    expect(seenSince(given(inCareAt('iop')).when(...steps).journey, day(5))).toBe(seen);
  });
});
