import type { EventData } from '../../events.ts';
import { uses } from '../../specs/assessments.ts';
import {
  admission,
  admitted,
  day,
  definitive,
  inCareAt,
  opened,
  presumptive,
  reviewed,
  stopsTaking,
  takes,
  tellsOfUse,
} from '../../specs/commands.ts';
import { given, timePasses, type Step } from '../../specs/given.ts';
import { leaves, treatedElsewhere } from '../../specs/safety.ts';
import { plusHours } from '../../time.ts';
import type { DrugClass, Matrix } from '../../vocabulary.ts';

/** What a colleague would say of each disposition, with the values that the rule saw (pathway §4). */
const inIop = inCareAt('iop');
type Disposed = EventData['DrugTestDisposed'];

/** What the last of these steps made of a class. */
function told(steps: readonly (Step | readonly Step[])[], drugClass: DrugClass): Disposed {
  const { events } = given().when(...steps.flat());
  const all = events.flatMap((event) => (event.type === 'DrugTestDisposed' ? [event.data] : []));
  const last = all.findLast((one) => one.drugClass === drugClass);
  if (!last) throw new Error(`nothing was said of ${drugClass}`);
  return last;
}
const saw = ({ rules }: Disposed, rule: string): string | undefined => rules.find((one) => one.rule === rule)?.saw;

const cocaine = (fields = {}) => definitive([['cocaine', 'positive']], fields);
const level = (collectedAt: string, amount: number, fields = {}) =>
  definitive([['cannabis', 'positive', { amount, unit: 'ng/mL', method: 'LC-MS/MS' }]], {
    collectedAt,
    laboratory: 'north',
    validity: { finding: 'valid', creatinineMgDl: 100 },
    ...fields,
  });
const opioids = (analyte: string, fields = {}) => definitive([['opioids', 'positive', { analyte }]], fields);
const dilute = (at: string, creatinineMgDl?: number) =>
  definitive([['cocaine', 'negative']], {
    collectedAt: at,
    validity: { finding: 'dilute', ...(creatinineMgDl !== undefined && { creatinineMgDl }) },
  });
const hospital = (kind: 'hospital' | 'emergency-department' | 'procedure') =>
  treatedElsewhere(day(37), { kind, to: day(38), at: day(38) });
const fentanyl = (collectedAt = day(40)) => definitive([['fentanyl', 'positive']], { collectedAt });
const buprenorphine = (amount: number, nor: object, found: 'positive' | 'negative' = 'positive') =>
  definitive([
    ['buprenorphine', 'positive', { analyte: 'buprenorphine', amount, unit: 'ng/mL' }],
    ['buprenorphine', found, { analyte: 'norbuprenorphine', unit: 'ng/mL', ...nor }],
  ]);
const onBuprenorphine = takes('buprenorphine-naloxone', { kind: 'moud' });

describe('the rule that holds tells what it means, and what it saw', () => {
  it.each<
    readonly [
      rule: string,
      steps: readonly (Step | readonly Step[])[],
      drugClass: DrugClass,
      saw: string,
      explanation: string,
    ]
  >([
    [
      'superseded',
      [inIop, cocaine(), cocaine({ status: 'cancelled', reportedAt: day(11) })],
      'cocaine',
      'the laboratory cancelled the report',
      'Replaced: the laboratory cancelled what it had reported.',
    ],
    [
      'preliminary',
      [inIop, cocaine({ status: 'preliminary' })],
      'cocaine',
      'only a preliminary report, positive',
      'Cocaine: a preliminary report says positive. The final report will tell what it means.',
    ],
    [
      'integrity-concern',
      [inIop, cocaine({ validity: { finding: 'substituted' } })],
      'cocaine',
      'validity substituted',
      'The laboratory found the specimen substituted. Please keep the sample, collect a new one today and have a clinician review it; nothing moves before that.',
    ],
    [
      'repeatedly-dilute',
      [inIop, dilute(day(10)), dilute(day(20)), dilute(day(40), 12)],
      'cocaine',
      'dilute specimens within 30 days: 3',
      'The specimen was dilute (creatinine 12 mg/dL); it is number 3 within 30 days. A clinician should choose another way to test, such as oral fluid.',
    ],
    [
      'recollect',
      [inIop, cocaine({ validity: { finding: 'invalid' } })],
      'cocaine',
      'validity invalid',
      'The specimen was invalid, so it says nothing either way. Please collect another within 48 hours.',
    ],
    [
      'recollect',
      [inIop, dilute(day(10), 12)],
      'cocaine',
      'validity dilute (creatinine 12 mg/dL), not positive',
      'The specimen was dilute (creatinine 12 mg/dL), so it does not count as negative. Please collect another within 48 hours, in the morning if possible.',
    ],
    [
      'recollect',
      [inIop, dilute(day(10))],
      'cocaine',
      'validity dilute, not positive',
      'The specimen was dilute, so it does not count as negative. Please collect another within 48 hours, in the morning if possible.',
    ],
    [
      'recollect',
      [inIop, definitive([['cocaine', 'negative']], { validity: { finding: 'valid', temperature: 'out-of-range' } })],
      'cocaine',
      'temperature out of range, not positive',
      'The temperature was out of range, so this result does not count as negative. Please collect another specimen today.',
    ],
    [
      'temperature-review',
      [inIop, cocaine({ validity: { finding: 'valid', temperature: 'out-of-range' } })],
      'cocaine',
      'temperature out of range, definitive positive',
      'Confirmed positive, but the temperature of the specimen was out of range. A clinician needs to look at it.',
    ],
    [
      'inconclusive',
      [inIop, definitive([['pcp', 'not-done']])],
      'pcp',
      'definitive not done',
      'PCP: the laboratory could not tell (not done). Please repeat within 72 hours.',
    ],
    [
      'unexpected-absence',
      [inIop, onBuprenorphine, definitive([['buprenorphine', 'negative']])],
      'buprenorphine',
      'Buprenorphine with naloxone, taken for 10 days, not found',
      'Buprenorphine with naloxone should be found 10 days after its start and was not. Please talk about how taking it is going and whether it is safe; the medication goes on.',
    ],
    [
      'negative',
      [inIop, presumptive([['other-sedatives', 'negative']])],
      'other-sedatives',
      'presumptive negative',
      'Other sedatives: negative.',
    ],
    [
      'unexpected-pattern',
      [inIop, onBuprenorphine, buprenorphine(1000, { amount: 100 })],
      'buprenorphine',
      '0.10 of norbuprenorphine for each of buprenorphine',
      'Buprenorphine with naloxone was found, but 0.10 of norbuprenorphine for each of buprenorphine, which is less than usual. A clinician needs to look at it.',
    ],
    [
      'unexpected-pattern',
      [inIop, onBuprenorphine, buprenorphine(1000, { cutoff: 5 }, 'negative')],
      'buprenorphine',
      'less than 0.0050 of norbuprenorphine for each of buprenorphine',
      'Buprenorphine with naloxone was found, but less than 0.0050 of norbuprenorphine for each of buprenorphine, which does not fit with taking it. Please talk about how taking it is going and whether it is safe; the medication goes on.',
    ],
    [
      'unexpected-pattern',
      [inIop, onBuprenorphine, buprenorphine(1000, {}, 'negative')],
      'buprenorphine',
      'no norbuprenorphine beside buprenorphine',
      'Buprenorphine with naloxone was found, but no norbuprenorphine beside buprenorphine, which does not fit with taking it. Please talk about how taking it is going and whether it is safe; the medication goes on.',
    ],
    [
      'expected-prescribed',
      [
        inIop,
        takes('morphine', { from: day(1) }),
        takes('hydrocodone', { from: day(2) }),
        definitive([
          ['opioids', 'positive', { analyte: 'morphine' }],
          ['opioids', 'positive', { analyte: 'hydrocodone' }],
        ]),
      ],
      'opioids',
      'Morphine and Hydrocodone explain it, recorded from 9 days before the collection',
      'Explained by a medication: Morphine and Hydrocodone, recorded from 9 days before the collection.',
    ],
    [
      'expected-prescribed',
      [inIop, takes('medical-cannabis', { from: day(9) }), definitive([['cannabis', 'positive']])],
      'cannabis',
      'Medical cannabis may explain it, recorded from 24 hours before the collection',
      'Medical cannabis may explain this positive. The programme asks a clinician to look at it.',
    ],
    [
      'acknowledged-use',
      [inIop, presumptive([['cocaine', 'positive', { acknowledged: { lastUseAt: plusHours(day(9), 23) } }]])],
      'cocaine',
      'use told of, 1 hour before the collection',
      'Cocaine: positive, and the person tells of use 1 hour before the collection. Treated as new use.',
    ],
    [
      'given-in-hospital',
      [inIop, hospital('hospital'), fentanyl()],
      'fentanyl',
      'collected 2 days after a hospital stay whose list of drugs given is missing',
      'Fentanyl: positive, collected 2 days after a hospital stay. A drug given there may explain it. Please ask for the list of drugs given; that decides.',
    ],
    [
      'given-in-hospital',
      [inIop, hospital('emergency-department'), fentanyl(plusHours(day(38), 1))],
      'fentanyl',
      'collected 1 hour after a visit to an emergency department whose list of drugs given is missing',
      'Fentanyl: positive, collected 1 hour after a visit to an emergency department. A drug given there may explain it. Please ask for the list of drugs given; that decides.',
    ],
    [
      'given-in-hospital',
      [inIop, hospital('procedure'), fentanyl(day(38))],
      'fentanyl',
      'collected during a procedure whose list of drugs given is missing',
      'Fentanyl: positive, collected during a procedure. A drug given there may explain it. Please ask for the list of drugs given; that decides.',
    ],
    [
      'given-in-hospital',
      [inIop, leaves(day(36), 'hospital'), fentanyl(day(36))],
      'fentanyl',
      'collected during a hospital stay whose list of drugs given is missing',
      'Fentanyl: positive, collected during a hospital stay. A drug given there may explain it. Please ask for the list of drugs given; that decides.',
    ],
    [
      'baseline',
      [opened(), cocaine({ collectedAt: day(-1) })],
      'cocaine',
      'collected before admission',
      'Cocaine: positive, collected before admission. Consistent with earlier use.',
    ],
    [
      'baseline',
      [inIop, cocaine({ collectedAt: admission })],
      'cocaine',
      'collected at admission',
      'Cocaine: positive, collected at admission. Consistent with earlier use.',
    ],
    [
      'baseline',
      [inIop, cocaine({ collectedAt: day(3) })],
      'cocaine',
      'collected 3 days after admission, within the window of 4 days, not cleared',
      'Cocaine: positive. Collected 3 days after admission, within the 4 days in which earlier use may still show. Consistent with earlier use.',
    ],
    [
      'baseline',
      [
        opened(),
        uses(day(-1), { drugClass: 'cocaine', pattern: 'daily' }),
        tellsOfUse('cocaine', day(-2), day(-1)),
        admitted('iop'),
        cocaine({ collectedAt: day(6) }),
      ],
      'cocaine',
      'collected 8 days after the last use told of before admission, within the window of 10 days for daily use, not cleared',
      'Cocaine: positive. Collected 8 days after the last use told of before admission, within the 10 days in which earlier use may still show. Consistent with earlier use.',
    ],
    [
      'residual',
      [inIop, cocaine(), cocaine({ collectedAt: plusHours(day(12), 12) })],
      'cocaine',
      'collected 2.5 days after an established use, within the window of 4 days',
      'Cocaine: positive. Collected 2.5 days after a use that is known already, within the 4 days in which it may still show. Consistent with earlier use.',
    ],
    [
      'falling-level',
      [inIop, level(day(25), 100), level(day(35), 66.666)],
      'cannabis',
      'fallen to 0.67 times the level of 10 days before',
      'Cannabis: positive beyond the usual window, but lower than 10 days before. That speaks for earlier use. A clinician needs to look at it.',
    ],
    [
      'below-evidence-floor',
      [inIop, definitive([['alcohol', 'positive', { analyte: 'EtG', amount: 700, unit: 'ng/mL' }]])],
      'alcohol',
      'EtG was found without ETS',
      'Alcohol: positive, but EtG was found without ETS. That may have another cause than use. Please talk with the person, and test again.',
    ],
    [
      'below-evidence-floor',
      [inIop, definitive([['opioids', 'positive', { analyte: 'Codeine', amount: 1999, unit: 'ng/mL' }]])],
      'opioids',
      'Codeine is below 2000 ng/mL',
      'Opioids: positive, but Codeine is below 2000 ng/mL. That may have another cause than use. Please talk with the person, and test again.',
    ],
    [
      'ask-a-person',
      [inIop, cocaine({ matrix: 'hair', collectedAt: day(100) })],
      'cocaine',
      'hair looks too far back to show new use',
      'Cocaine: positive, but hair looks too far back to show new use. A clinician needs to look at it.',
    ],
    [
      'ask-a-person',
      [inIop, definitive([['other', 'positive']], { matrix: 'oral-fluid' })],
      'other',
      'no detection window is known for another substance in oral fluid',
      'Another substance: positive, but no detection window is known for another substance in oral fluid. A clinician needs to look at it.',
    ],
    [
      'confirmation-not-received',
      [inIop, presumptive([['mdma', 'positive']]), timePasses(day(17))],
      'mdma',
      'no confirmation within 7 days',
      'MDMA: positive on the screen, and no confirmation came in time. Inconclusive; please test again.',
    ],
    [
      'awaiting-confirmation',
      [inIop, presumptive([['mdma', 'positive']])],
      'mdma',
      'presumptive positive, not confirmed',
      'MDMA: positive on the screen, not confirmed. A screen may mislead, so a confirmation decides.',
    ],
    [
      'awaiting-confirmation',
      [inIop, takes('tramadol'), presumptive([['pcp', 'positive']], { collectedAt: day(20) })],
      'pcp',
      'presumptive positive, not confirmed',
      'PCP: positive on the screen, not confirmed. Tramadol alone may make it positive, so a confirmation decides.',
    ],
    [
      'awaiting-confirmation',
      [inIop, takes('selegiline'), definitive([['methamphetamine', 'positive']])],
      'methamphetamine',
      'a medication explains one isomer, and the report names none',
      'Methamphetamine: positive, and a medication may explain it. Please ask the laboratory which isomer it is; that decides.',
    ],
    [
      'unexpected-use',
      [inIop, cocaine({ collectedAt: plusHours(day(4), 1) })],
      'cocaine',
      'definitive positive 4 days after admission',
      'Cocaine: confirmed positive, collected 4 days after admission; no medication and no earlier use explains it. Unexpected positive, treated as new use.',
    ],
    [
      'reviewed',
      [inIop, cocaine(), reviewed('S-2026-05-14T12', 'cocaine', 'expected-prescribed', day(11))],
      'cocaine',
      "a clinician's finding: explained by a medication",
      'Cocaine: a clinician reviewed this and found: explained by a medication. By rule it would be: unexpected positive, treated as new use.',
    ],
    [
      'reviewed',
      [inIop, cocaine(), reviewed('S-2026-05-14T12', 'cocaine', 'unexpected-use', day(11))],
      'cocaine',
      "a clinician's finding: unexpected positive, treated as new use",
      'Cocaine: a clinician reviewed this and found: unexpected positive, treated as new use. The rule says the same.',
    ],
  ])('%s', (rule, steps, drugClass, seen, explanation) => {
    const one = told(steps, drugClass);
    expect([one.rule, saw(one, rule), one.explanation]).toEqual([rule, seen, explanation]);
    expect(one.rules.at(-1)).toEqual({ rule, held: true, saw: seen });
  });
});

describe('a rule that does not hold tells why', () => {
  const screen = (fields = {}) => presumptive([['cocaine', 'positive']], fields);
  const inMatrix = (matrix: Matrix) => [inIop, cocaine({ matrix })];

  type Case = readonly [rule: string, saw: string, steps: readonly (Step | readonly Step[])[], drugClass?: DrugClass];
  const cases: readonly Case[] = [
    ['superseded', 'not cancelled', [inIop, cocaine()]],
    ['preliminary', 'a final report', [inIop, cocaine()]],
    ['integrity-concern', 'validity not recorded', [inIop, cocaine({ validity: { finding: 'not-recorded' } })]],
    ['repeatedly-dilute', 'not dilute, or positive all the same', [inIop, cocaine()]],
    [
      'repeatedly-dilute',
      'not dilute, or positive all the same',
      [inIop, cocaine({ validity: { finding: 'dilute' } })],
    ],
    ['repeatedly-dilute', 'dilute specimens within 30 days: 2', [inIop, dilute(day(10)), dilute(day(20))]],
    [
      'recollect',
      'validity not recorded, temperature not recorded',
      [inIop, cocaine({ validity: { finding: 'not-recorded' } })],
    ],
    ['temperature-review', 'temperature not recorded', [inIop, cocaine()]],
    ['inconclusive', 'definitive positive', [inIop, cocaine()]],
    ['unexpected-absence', 'definitive positive', [inIop, cocaine()]],
    ['negative', 'presumptive positive', [inIop, screen()]],
    ['unexpected-pattern', 'presumptive positive in urine', [inIop, screen()]],
    ['unexpected-pattern', 'definitive positive in sweat', inMatrix('sweat')],
    ['unexpected-pattern', 'no pattern that contradicts a medication', [inIop, cocaine()]],
    ['expected-prescribed', 'no medication at the time', [inIop, cocaine()]],
    [
      'expected-prescribed',
      'Methadone, Buprenorphine do not explain cocaine',
      [inIop, takes('methadone'), takes('buprenorphine'), cocaine()],
    ],
    [
      'expected-prescribed',
      'Methadone does not explain cocaine',
      [inIop, takes('methadone'), takes('methadone', { medicationId: 'm2' }), cocaine()],
    ],
    [
      'expected-prescribed',
      'Hydrocodone does not explain opioids (morphine)',
      [inIop, takes('hydrocodone'), opioids('Morphine')],
      'opioids',
    ],
    [
      'expected-prescribed',
      'Another medication does not explain cocaine',
      [inIop, takes('other', { drugClasses: ['opioids'] }), cocaine()],
    ],
    [
      'expected-prescribed',
      'no medication at the time',
      [inIop, takes('oxycodone'), stopsTaking('oxycodone', day(2)), cocaine()],
    ],
    [
      'expected-prescribed',
      'heroin is never explained by a medication',
      [inIop, takes('morphine'), definitive([['heroin', 'positive']])],
      'heroin',
    ],
    ['acknowledged-use', 'no use told of', [inIop, cocaine()]],
    [
      'acknowledged-use',
      'use told of, 12 days before the collection, before admission',
      [inIop, presumptive([['cocaine', 'positive', { acknowledged: { lastUseAt: day(-2) } }]])],
    ],
    [
      'acknowledged-use',
      'use told of, 36 hours before the collection, not after the last established use',
      [
        inIop,
        cocaine(),
        presumptive([['cocaine', 'positive', { acknowledged: { lastUseAt: day(10) } }]], {
          collectedAt: plusHours(day(11), 12),
        }),
      ],
    ],
    ['given-in-hospital', 'cocaine is not asked about after hospital care', [inIop, cocaine()]],
    [
      'given-in-hospital',
      'no care elsewhere whose list of drugs given is missing',
      [inIop, opioids('hydrocodone')],
      'opioids',
    ],
    ['baseline', 'collected 10 days after admission, beyond the window of 4 days', [inIop, cocaine()]],
    [
      'baseline',
      'collected 10 days after admission; no window for this class',
      [inIop, definitive([['other', 'positive']])],
      'other',
    ],
    [
      'baseline',
      'cleared 24 hours before the collection',
      [inIop, definitive([['cocaine', 'negative']], { collectedAt: day(2) }), cocaine({ collectedAt: day(3) })],
    ],
    [
      'baseline',
      'risen to 1.51 times the earlier level',
      [inIop, level(day(4), 100), level(day(9), 150.7)],
      'cannabis',
    ],
    ['residual', 'no established use of its family', [inIop, cocaine()]],
    [
      'residual',
      'collected 4 days after the last established use, beyond the window of 4 days',
      [inIop, cocaine(), cocaine({ collectedAt: plusHours(day(14), 1) })],
    ],
    [
      'residual',
      'cleared 36 hours before the collection',
      [
        inIop,
        cocaine(),
        definitive([['cocaine', 'negative']], { collectedAt: day(11) }),
        cocaine({ collectedAt: plusHours(day(12), 12) }),
      ],
    ],
    ['residual', 'risen to 2 times the earlier level', [inIop, level(day(40), 100), level(day(45), 200)], 'cannabis'],
    [
      'residual',
      'collected 2 days after an established use; no window',
      [inIop, tellsOfUse('other', day(10)), definitive([['other', 'positive']], { collectedAt: day(12) })],
      'other',
    ],
    ['falling-level', 'no earlier level that it has fallen from', [inIop, cocaine()]],
    [
      'falling-level',
      'no earlier level that it has fallen from',
      [inIop, level(day(25), 100), level(day(35), 100)],
      'cannabis',
    ],
    [
      'falling-level',
      'cleared since the earlier level',
      [
        inIop,
        level(day(25), 100),
        definitive([['cannabis', 'negative']], { collectedAt: day(28) }),
        level(day(35), 60),
      ],
      'cannabis',
    ],
    ['below-evidence-floor', 'presumptive in urine', [inIop, screen()]],
    ['below-evidence-floor', 'definitive in sweat', inMatrix('sweat')],
    ['below-evidence-floor', 'no evidence floor, or above it', [inIop, cocaine()]],
    [
      'below-evidence-floor',
      'use told of',
      [
        inIop,
        definitive([['alcohol', 'positive', { analyte: 'EtG', acknowledged: { lastUseAt: day(-2) } }]], {
          collectedAt: day(20),
        }),
      ],
      'alcohol',
    ],
    ['ask-a-person', 'a window is known', [inIop, cocaine()]],
    ['confirmation-not-received', 'no confirmation overdue', [inIop, cocaine()]],
    ['awaiting-confirmation', 'definitive positive', [inIop, cocaine()]],
  ];

  it.each(cases.map(([rule, seen, ...of]) => [rule, seen, of] as const))('%s: %s', (rule, seen, [steps, of]) => {
    const drugClass = of ?? 'cocaine';
    expect(told(steps, drugClass).rules).toContainEqual({ rule, held: false, saw: seen });
  });

  it('but for a plain negative, which needs no record of what did not apply', () => {
    const one = told([inIop, definitive([['buprenorphine', 'negative']])], 'buprenorphine');
    expect(one.rules).toEqual([{ rule: 'negative', held: true, saw: 'definitive negative' }]);
  });
});
