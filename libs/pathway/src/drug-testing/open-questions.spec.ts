import { day } from '../specs/commands.ts';
import { judged, reportOf, specimenOf } from '../specs/specimens.ts';
import type { Judgement } from './state.ts';
import { openQuestions } from './open-questions.ts';

const at = (days: number) => ({ decidedAt: day(days) });
const reports = [reportOf([], { reportedAt: day(12) }), reportOf([], { reportedAt: day(11) })];
const nothing = {
  stands: true,
  knownAt: day(12),
  showed: [],
  awaitingConfirmation: [],
  confirmationSince: '',
  toCollect: [],
  toCollectSince: '',
  absent: [],
  absentSince: '',
};

describe('what a specimen leaves open', () => {
  it.each<readonly [string, Parameters<typeof specimenOf>[1], object]>([
    ['nothing where no class was judged', {}, {}],
    ['nothing of a plain negative', { cocaine: judged('negative') }, {}],
    [
      'nothing where all was cancelled',
      { cocaine: judged('superseded'), pcp: judged('superseded') },
      { stands: false },
    ],
    ['what stands where a part was cancelled', { cocaine: judged('superseded'), pcp: judged('negative') }, {}],
    [
      'the uses that it showed as new',
      {
        cocaine: judged('unexpected-use', 'unexpected-use', { useId: 'u1' }),
        pcp: judged('residual', 'residual', { useId: 'u0' }),
        fentanyl: judged('unexpected-use'),
      },
      { showed: ['u1'] },
    ],
    [
      'the confirmations that it waits for, since the last of them',
      {
        cocaine: judged('awaiting-confirmation', 'awaiting-confirmation', at(13)),
        pcp: judged('awaiting-confirmation'),
        fentanyl: judged('negative', 'negative', at(14)),
      },
      { awaitingConfirmation: ['cocaine', 'pcp'], confirmationSince: day(13) },
    ],
    ["a clinician's word", { cocaine: judged('awaiting-review', 'temperature-review') }, { reviewSince: day(11) }],
    [
      'the same of a sample in doubt, and another sample',
      { cocaine: judged('integrity-concern') },
      { reviewSince: day(11), toCollect: ['integrity-concern'], toCollectSince: day(11) },
    ],
    [
      'the list of drugs given, and no review',
      { opioids: judged('awaiting-review', 'given-in-hospital') },
      { drugListSince: day(11) },
    ],
    [
      'a talk, and another sample, where little was found',
      { alcohol: judged('inconclusive', 'below-evidence-floor') },
      { talkSince: day(11), toCollect: ['inconclusive'], toCollectSince: day(11) },
    ],
    [
      'another way to test, and no other sample, where it was dilute again',
      { cocaine: judged('recollect', 'repeatedly-dilute') },
      { otherMatrixSince: day(11) },
    ],
    [
      'each reason for another sample once, since the last of them',
      {
        cocaine: judged('recollect', 'recollect', at(13)),
        pcp: judged('recollect'),
        fentanyl: judged('inconclusive', 'inconclusive', at(12)),
        opioids: judged('negative', 'negative', at(14)),
      },
      { toCollect: expect.arrayContaining(['recollect', 'inconclusive']), toCollectSince: day(13) },
    ],
    [
      'what should have been found and was not, or not as it should',
      {
        methadone: judged('unexpected-absence'),
        buprenorphine: judged('unexpected-pattern', 'unexpected-pattern', at(13)),
      },
      { absent: expect.arrayContaining(['methadone', 'buprenorphine']), absentSince: day(13) },
    ],
  ])('is %s', (_, judgements, open) => {
    const questions = openQuestions(specimenOf(reports, judgements));
    expect(questions).toStrictEqual({ ...nothing, ...open });
    expect(new Set(questions.toCollect).size).toBe(questions.toCollect.length);
  });

  it('is known since no moment without a report', () => {
    expect(openQuestions(specimenOf([])).knownAt).toBe('');
  });

  it('is told in the order of the classes, whichever was judged first', () => {
    const absent = judged('unexpected-absence');
    const order = (...classes: readonly ('methadone' | 'buprenorphine')[]) => {
      const judgements: Partial<Record<(typeof classes)[number], Judgement>> = {};
      for (const drugClass of classes) judgements[drugClass] = absent;
      return openQuestions(specimenOf(reports, judgements)).absent;
    };
    expect(order('methadone', 'buprenorphine')).toEqual(order('buprenorphine', 'methadone'));
  });
});
