import { admission, day, definitive, inCareAt, missed, presumptive, takes } from '../specs/commands.ts';
import { disposed } from '../specs/events.ts';
import { given, type Step } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { treatedElsewhere } from '../specs/safety.ts';
import { dispositions, type Disposition } from '../vocabulary.ts';

/** One worked example for each disposition, by the number of its rule in pathway §4. */
interface Example {
  readonly rule: string;
  readonly disposition: Disposition;
  readonly before?: readonly Step[];
  readonly when: Step;
}

const cocaine = definitive([['cocaine', 'positive']]);
const examples: readonly Example[] = [
  {
    rule: '1: cancelled by the laboratory',
    disposition: 'superseded',
    before: [cocaine],
    when: definitive([], { status: 'cancelled', reportedAt: day(11) }),
  },
  {
    rule: '3: substituted',
    disposition: 'integrity-concern',
    when: definitive([['cocaine', 'negative']], { validity: { finding: 'substituted' } }),
  },
  {
    rule: '4: dilute and not positive',
    disposition: 'recollect',
    when: definitive([['cocaine', 'negative']], { validity: { finding: 'dilute' } }),
  },
  {
    rule: '5: temperature out of range and definitive positive',
    disposition: 'awaiting-review',
    when: definitive([['cocaine', 'positive']], { validity: { finding: 'valid', temperature: 'out-of-range' } }),
  },
  { rule: '6: indeterminate', disposition: 'inconclusive', when: definitive([['cocaine', 'indeterminate']]) },
  {
    rule: '7: a medication that should be found is not',
    disposition: 'unexpected-absence',
    before: [takes('methadone')],
    when: definitive([['methadone', 'negative']]),
  },
  { rule: '8: negative', disposition: 'negative', when: definitive([['cocaine', 'negative']]) },
  {
    rule: '9: methadone without EDDP',
    disposition: 'unexpected-pattern',
    before: [takes('methadone')],
    when: definitive([
      ['methadone', 'positive', { analyte: 'methadone' }],
      ['methadone', 'negative', { analyte: 'EDDP' }],
    ]),
  },
  {
    rule: '10: a medication explains every analyte',
    disposition: 'expected-prescribed',
    before: [takes('hydrocodone')],
    when: definitive([
      ['opioids', 'positive', { analyte: 'hydromorphone' }],
      ['opioids', 'positive', { analyte: 'hydrocodone' }],
    ]),
  },
  {
    rule: '11: use acknowledged after admission',
    disposition: 'unexpected-use',
    when: presumptive([['cocaine', 'positive']], { acknowledgedUse: true }),
  },
  {
    rule: '12: after hospital, before the list of drugs given is in',
    disposition: 'awaiting-review',
    before: [treatedElsewhere(day(8), { to: day(9), at: day(9) })],
    when: definitive([['opioids', 'positive']]),
  },
  {
    rule: '13: at admission',
    disposition: 'baseline',
    when: definitive([['cocaine', 'positive']], { collectedAt: admission }),
  },
  {
    rule: '14: within the window of an established use',
    disposition: 'residual',
    before: [cocaine],
    when: definitive([['cocaine', 'positive']], { collectedAt: day(13) }),
  },
  {
    rule: '15: below the evidence floor',
    disposition: 'inconclusive',
    when: definitive([['opioids', 'positive', { analyte: 'morphine', amount: 300, unit: 'ng/mL' }]]),
  },
  { rule: '16: presumptive', disposition: 'awaiting-confirmation', when: presumptive([['cocaine', 'positive']]) },
  { rule: '17: nothing explains it', disposition: 'unexpected-use', when: cocaine },
  {
    rule: 'preliminary: decides nothing',
    disposition: 'pending',
    when: definitive([['cocaine', 'positive']], { status: 'preliminary' }),
  },
];
const notCollected = ['missed', 'excused', 'declined', 'unable'] as const;

describe('a drug test of a person in IOP', () => {
  it.each(examples.map((example) => [example.rule, example.disposition, example] as const))(
    'rule %s → %s',
    (_, disposition, { before = [], when }) => {
      given(inCareAt('iop'), before).when(when).thenIncludes(disposed(disposition));
    },
  );

  it.each(notCollected)('rule 2: not collected → %s, neither negative nor positive', (outcome) => {
    given(inCareAt('iop'))
      .when(missed(day(10), outcome))
      .thenIncludes(happened('DrugTestNotCollected', { outcome }))
      .thenLacks('DrugTestDisposed', 'UseEstablished');
  });

  it('has every disposition among these', () => {
    const shown = new Set<string>([...examples.map(({ disposition }) => disposition), ...notCollected]);
    expect(dispositions.filter((disposition) => !shown.has(disposition))).toEqual([]);
  });
});
