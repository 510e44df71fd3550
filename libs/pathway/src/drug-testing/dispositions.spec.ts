import { admission, admitted, day, definitive, inCareAt, opened, presumptive, reviewed } from '../specs/commands.ts';
import { disposed, useEstablished, useWithdrawn } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import type { Validity } from './commands.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const oneMillisecond = 1 / 3_600_000;

describe('a drug-test result for a person in IOP', () => {
  it('is a new use when it is definitive and nothing explains it', () => {
    given(inIop)
      .when(definitive([['cocaine', 'positive']]))
      .thenIncludes(
        disposed('unexpected-use', {
          drugClass: 'cocaine',
          rule: 'unexpected-use',
          useId: 'episode-1.use.S-2026-05-14T12',
          explanation:
            'Cocaine: confirmed positive, collected 10 days after admission; no medication and no earlier use explains it. Unexpected positive, treated as new use.',
        }),
        useEstablished('cocaine'),
      );
  });

  it('awaits confirmation when it is a positive screen', () => {
    given(inIop)
      .when(presumptive([['cocaine', 'positive']]))
      .thenIncludes(disposed('awaiting-confirmation', { rule: 'awaiting-confirmation' }))
      .thenLacks('UseEstablished');
  });

  it('is negative when it is negative, with nothing else to read about it', () => {
    given(inIop)
      .when(definitive([['cocaine', 'negative']]))
      .thenIncludes(disposed('negative', { rules: [{ rule: 'negative', held: true, saw: 'definitive negative' }] }))
      .thenLacks('UseEstablished');
  });

  it('is pending while the report is preliminary, and decides nothing', () => {
    given(inIop)
      .when(definitive([['cocaine', 'positive']], { status: 'preliminary' }))
      .thenIncludes(disposed('pending', { rule: 'preliminary' }))
      .thenLacks('UseEstablished');
  });

  it('is inconclusive when the laboratory could not tell', () => {
    given(inIop)
      .when(
        definitive([
          ['cocaine', 'indeterminate'],
          ['fentanyl', 'not-done'],
        ]),
      )
      .thenIncludes(
        disposed('inconclusive', { drugClass: 'cocaine' }),
        disposed('inconclusive', { drugClass: 'fentanyl' }),
      );
  });

  it('is replaced when the laboratory cancels it, and its use is withdrawn', () => {
    given(inIop, definitive([['cocaine', 'positive']]))
      .when(definitive([], { status: 'cancelled', reportedAt: day(11) }))
      .thenIncludes(disposed('superseded'), useWithdrawn());
  });

  it('records the rules tried up to the one that decided, with what each saw', () => {
    const outcome = given(inIop).when(presumptive([['cocaine', 'positive']]));
    const data = outcome.events.flatMap((event) => (event.type === 'DrugTestDisposed' ? [event.data] : []));
    expect(data[0]?.rules.map(({ rule, held }) => [rule, held])).toEqual([
      ['superseded', false],
      ['preliminary', false],
      ['integrity-concern', false],
      ['repeatedly-dilute', false],
      ['recollect', false],
      ['temperature-review', false],
      ['inconclusive', false],
      ['unexpected-absence', false],
      ['negative', false],
      ['unexpected-pattern', false],
      ['expected-prescribed', false],
      ['acknowledged-use', false],
      ['given-in-hospital', false],
      ['baseline', false],
      ['residual', false],
      ['falling-level', false],
      ['below-evidence-floor', false],
      ['ask-a-person', false],
      ['confirmation-not-received', false],
      ['awaiting-confirmation', true],
    ]);
    expect(data[0]?.rules.find(({ rule }) => rule === 'baseline')?.saw).toBe(
      'collected 10 days after admission, beyond the window of 4 days',
    );
  });
});

describe('a specimen that is not plainly valid', () => {
  it('needs a review when it was substituted or adulterated, whatever it showed', () => {
    for (const finding of ['substituted', 'adulterated'] as const)
      given(inIop)
        .when(
          definitive(
            [
              ['cocaine', 'positive'],
              ['opioids', 'negative'],
            ],
            { validity: { finding } },
          ),
        )
        .thenIncludes(
          disposed('integrity-concern', { drugClass: 'cocaine' }),
          disposed('integrity-concern', { drugClass: 'opioids' }),
        )
        .thenLacks('UseEstablished');
  });

  it('needs a review also when no class was reported', () => {
    given(inIop)
      .when(definitive([], { validity: { finding: 'substituted' } }))
      .thenIncludes(disposed('integrity-concern', { drugClass: 'other' }));
  });

  it('is collected again when it was invalid', () => {
    given(inIop)
      .when(definitive([['cocaine', 'positive']], { validity: { finding: 'invalid' } }))
      .thenIncludes(disposed('recollect'));
  });

  it('is collected again where it was dilute and not positive; a positive stands', () => {
    given(inIop)
      .when(
        definitive(
          [
            ['cocaine', 'positive'],
            ['opioids', 'negative'],
          ],
          { validity: { finding: 'dilute' } },
        ),
      )
      .thenIncludes(
        disposed('unexpected-use', { drugClass: 'cocaine' }),
        disposed('recollect', { drugClass: 'opioids', rule: 'recollect' }),
      );
  });

  it('goes to a clinician the third time it was dilute within 30 days', () => {
    const dilute = (at: string) =>
      definitive([['opioids', 'negative']], { collectedAt: at, validity: { finding: 'dilute' } });
    given(inIop, dilute(day(10)), dilute(day(20)))
      .when(dilute(day(40)))
      .thenIncludes(disposed('recollect', { rule: 'repeatedly-dilute' }));
    given(inIop, dilute(day(9)), dilute(day(20)))
      .when(dilute(day(40)))
      .thenIncludes(disposed('recollect', { rule: 'recollect' }));
    const cancelled = definitive([], { collectedAt: day(10), status: 'cancelled', reportedAt: day(11) });
    given(inIop, dilute(day(10)), cancelled, dilute(day(20)))
      .when(dilute(day(40)))
      .thenIncludes(disposed('recollect', { rule: 'recollect' }));
  });

  it('is judged by its figures where the laboratory gives no finding', () => {
    const withFigures = (validity: Partial<Validity>) =>
      given(inIop).when(definitive([['opioids', 'negative']], { validity: { finding: 'not-recorded', ...validity } }));
    withFigures({ creatinineMgDl: 19, specificGravity: 1.002 }).thenIncludes(disposed('recollect'));
    withFigures({ creatinineMgDl: 1, specificGravity: 1.001 }).thenIncludes(disposed('integrity-concern'));
    withFigures({ creatinineMgDl: 90, specificGravity: 1.01, ph: 11 }).thenIncludes(disposed('integrity-concern'));
    withFigures({ creatinineMgDl: 20, specificGravity: 1.002 }).thenIncludes(disposed('negative'));
    withFigures({ creatinineMgDl: 90, specificGravity: 1.01, nitriteUgMl: 500 }).thenIncludes(
      disposed('integrity-concern'),
    );
    withFigures({ creatinineMgDl: 90, specificGravity: 1.01, nitriteUgMl: 499 }).thenIncludes(disposed('negative'));
    withFigures({ temperatureF: 101, readAfterMinutes: 4 }).thenIncludes(disposed('recollect'));
    withFigures({ temperatureF: 101, readAfterMinutes: 5 }).thenIncludes(disposed('negative'));
    withFigures({ temperatureF: 90, readAfterMinutes: 4 }).thenIncludes(disposed('negative'));
  });

  it('with a temperature out of range is collected again, reviewed when confirmed, confirmed when screened', () => {
    const validity = { finding: 'valid', temperature: 'out-of-range' } as const;
    given(inIop)
      .when(
        definitive(
          [
            ['opioids', 'negative'],
            ['cocaine', 'positive'],
          ],
          { validity },
        ),
      )
      .thenIncludes(
        disposed('recollect', { drugClass: 'opioids' }),
        disposed('awaiting-review', { drugClass: 'cocaine', rule: 'temperature-review' }),
      );
    given(inIop)
      .when(presumptive([['cocaine', 'positive']], { validity }))
      .thenIncludes(disposed('awaiting-confirmation'));
  });
});

describe('a positive around admission', () => {
  it('is consistent with earlier use before and at admission', () => {
    given(opened())
      .when(definitive([['fentanyl', 'positive']], { collectedAt: day(-1) }))
      .thenIncludes(disposed('baseline'));
    given(inIop)
      .when(definitive([['fentanyl', 'positive']], { collectedAt: admission }))
      .thenIncludes(disposed('baseline'));
  });

  it('is consistent with earlier use up to the last moment of the window, and new after it', () => {
    given(inIop)
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(4) }))
      .thenIncludes(
        disposed('baseline', {
          explanation:
            'Cocaine: positive. Collected 4 days after admission, within the 4 days in which earlier use may still show. Consistent with earlier use.',
        }),
      );
    given(inIop)
      .when(definitive([['cocaine', 'positive']], { collectedAt: plusHours(day(4), oneMillisecond) }))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('has a window for each class: opioids 5 days, fentanyl 28', () => {
    given(inIop)
      .when(
        definitive(
          [
            ['opioids', 'positive'],
            ['fentanyl', 'positive'],
          ],
          { collectedAt: day(6) },
        ),
      )
      .thenIncludes(
        disposed('unexpected-use', { drugClass: 'opioids' }),
        disposed('baseline', { drugClass: 'fentanyl' }),
      );
  });

  it('has the window of the analyte that the report names: PEth in blood, ethanol in urine, phenobarbital', () => {
    const alcohol = (analyte: string, matrix: 'blood' | 'urine', collectedAt: string) =>
      definitive([['alcohol', 'positive', { analyte }]], { matrix, collectedAt });
    given(inIop)
      .when(alcohol('PEth', 'blood', day(20)))
      .thenIncludes(disposed('baseline'));
    given(inIop)
      .when(alcohol('ethanol', 'urine', day(1)))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop)
      .when(alcohol('EtG', 'urine', day(5)))
      .thenIncludes(disposed('baseline'));
    given(inIop)
      .when(definitive([['barbiturates', 'positive', { analyte: 'phenobarbital' }]], { collectedAt: day(20) }))
      .thenIncludes(disposed('baseline'));
  });

  it('has the longest of their windows when several analytes were found', () => {
    const found = ['lorazepam', '7-aminoclonazepam'].map(
      (analyte) => ['benzodiazepines', 'positive', { analyte }] as const,
    );
    given(inIop)
      .when(definitive(found, { collectedAt: day(10) }))
      .thenIncludes(disposed('baseline'));
    given(inIop)
      .when(definitive(found.slice(0, 1), { collectedAt: day(10) }))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('is new when the class was cleared since a week before admission', () => {
    given(inIop, definitive([['fentanyl', 'negative']], { collectedAt: day(3) }))
      .when(definitive([['fentanyl', 'positive']], { collectedAt: day(6) }))
      .thenIncludes(disposed('unexpected-use'));
    given(opened(), definitive([['fentanyl', 'negative']], { collectedAt: day(-8) }), admitted('iop'))
      .when(definitive([['fentanyl', 'positive']], { collectedAt: day(6) }))
      .thenIncludes(disposed('baseline'));
  });

  it('counts its window from the last use told of before admission', () => {
    const told = presumptive([['cocaine', 'positive', { acknowledged: { lastUseAt: day(-3) } }]], {
      collectedAt: day(-1),
    });
    given(opened(), told, admitted('iop'))
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(2) }))
      .thenIncludes(disposed('unexpected-use'));
    given(opened(), told, admitted('iop'))
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(1) }))
      .thenIncludes(disposed('baseline'));
  });

  it('counts from admission when a positive of that day shows a later use than was told of', () => {
    const told = presumptive([['cocaine', 'positive', { acknowledged: { lastUseAt: day(-40) } }]], {
      collectedAt: day(-1),
    });
    given(opened(), told, admitted('iop'))
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(2) }))
      .thenIncludes(disposed('baseline'))
      .thenLacks('UseEstablished');
  });

  it('is judged again when the admission is recorded', () => {
    given(opened(), definitive([['cocaine', 'positive']], { collectedAt: day(10) }))
      .when({ ...admitted('iop'), occurredAt: day(11) })
      .thenIncludes(disposed('unexpected-use'), useEstablished('cocaine'));
  });
});

describe('a positive after an established use', () => {
  const used = definitive([['cocaine', 'positive']], { collectedAt: day(10) });

  it('is consistent with that use within its window, and joins it', () => {
    const outcome = given(inIop, used)
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(14) }))
      .thenIncludes(disposed('residual', { useId: 'episode-1.use.S-2026-05-14T12' }));
    expect(outcome.journey.uses).toMatchObject([{ specimenIds: ['S-2026-05-14T12', 'S-2026-05-18T12'] }]);
  });

  it('is another use after the window: a residual never renews it', () => {
    const outcome = given(inIop, used, definitive([['cocaine', 'positive']], { collectedAt: day(13) }))
      .when(definitive([['cocaine', 'positive']], { collectedAt: plusHours(day(14), 1) }))
      .thenIncludes(disposed('unexpected-use'));
    expect(outcome.journey.uses).toHaveLength(2);
  });

  it('is another use when the class was cleared in between', () => {
    given(inIop, used, definitive([['cocaine', 'negative']], { collectedAt: day(12) }))
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(13) }))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('is cleared by two screens 48 hours apart, not by two in one day', () => {
    const cannabis = (at: string) => definitive([['cannabis', 'positive']], { collectedAt: at });
    const screen = (at: string) => presumptive([['cannabis', 'negative']], { collectedAt: at });
    const after = given(inIop, cannabis(day(40)), screen(day(42)), screen(day(44))).when(cannabis(day(45)));
    after.thenIncludes(disposed('unexpected-use'));
    given(inIop, cannabis(day(40)), screen(day(42)), screen(plusHours(day(42), 47)))
      .when(cannabis(day(45)))
      .thenIncludes(disposed('residual'));
  });

  it('is not cleared by a dilute specimen, another class, or a less sensitive test', () => {
    const again = definitive([['cocaine', 'positive', { cutoff: 100 }]], { collectedAt: day(13) });
    const between = [
      definitive([['cocaine', 'negative']], { collectedAt: day(12), validity: { finding: 'dilute' } }),
      definitive([['opioids', 'negative']], { collectedAt: day(12) }),
      definitive([['cocaine', 'negative', { cutoff: 300 }]], { collectedAt: day(12) }),
      definitive([['cocaine', 'negative', { cutoff: 0.3, unit: 'mg/L' }]], { collectedAt: day(12) }),
      definitive([['cocaine', 'negative']], { collectedAt: day(12), matrix: 'oral-fluid' }),
    ];
    for (const other of between) given(inIop, used, other).when(again).thenIncludes(disposed('residual'));
  });

  it('of fentanyl is not cleared by a negative for opioids, nor the reverse', () => {
    const found = (drugClass: 'opioids' | 'fentanyl', outcome: 'positive' | 'negative', at: string) =>
      definitive([[drugClass, outcome]], { collectedAt: at });
    given(inIop, found('fentanyl', 'positive', day(30)), found('opioids', 'negative', day(31)))
      .when(found('fentanyl', 'positive', day(35)))
      .thenIncludes(disposed('residual'));
    given(inIop, found('opioids', 'positive', day(30)), found('fentanyl', 'negative', day(31)))
      .when(found('opioids', 'positive', day(32)))
      .thenIncludes(disposed('residual'));
  });

  it('of heroin may show as opioids, never the reverse', () => {
    given(inIop, definitive([['heroin', 'positive']], { collectedAt: day(10) }))
      .when(definitive([['opioids', 'positive']], { collectedAt: day(13) }))
      .thenIncludes(disposed('residual'));
    given(inIop, definitive([['opioids', 'positive']], { collectedAt: day(10) }))
      .when(definitive([['heroin', 'positive']], { collectedAt: plusHours(day(10), 20) }))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('is another use when the cannabis level has risen by half since, same laboratory and method', () => {
    const at = (collectedAt: string, amount: number, laboratory = 'north') =>
      definitive([['cannabis', 'positive', { amount, unit: 'ng/mL', method: 'LC-MS/MS' }]], {
        collectedAt,
        laboratory,
        validity: { finding: 'valid', creatinineMgDl: 100 },
      });
    given(inIop, at(day(40), 100))
      .when(at(day(45), 150))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, at(day(40), 100))
      .when(at(day(45), 149))
      .thenIncludes(disposed('residual'));
    given(inIop, at(day(40), 100))
      .when(at(day(45), 300, 'south'))
      .thenIncludes(disposed('residual'));
  });

  it('is measured from no level that the laboratory took back', () => {
    const at = (collectedAt: string, amount: number, fields = {}) =>
      definitive([['cannabis', 'positive', { amount, unit: 'ng/mL', method: 'LC-MS/MS' }]], {
        collectedAt,
        laboratory: 'north',
        validity: { finding: 'valid', creatinineMgDl: 100 },
        ...fields,
      });
    const takenBack = [at(day(42), 20), at(day(42), 20, { status: 'cancelled', results: [], reportedAt: day(43) })];
    given(inIop, at(day(40), 100), takenBack)
      .when(at(day(45), 100))
      .thenIncludes(disposed('residual'));
  });
});

describe('one use', () => {
  it('holds all classes of one specimen', () => {
    given(inIop)
      .when(
        definitive([
          ['cocaine', 'positive'],
          ['oxycodone', 'positive'],
        ]),
      )
      .thenIncludes(useEstablished('cocaine', 'oxycodone'));
  });

  it('holds different classes collected within 72 hours, and not beyond', () => {
    const cocaine = definitive([['cocaine', 'positive']], { collectedAt: day(10) });
    given(inIop, cocaine)
      .when(definitive([['oxycodone', 'positive']], { collectedAt: day(13) }))
      .thenIncludes(useEstablished('cocaine', 'oxycodone'));
    given(inIop, cocaine)
      .when(definitive([['oxycodone', 'positive']], { collectedAt: plusHours(day(13), 1) }))
      .thenIncludes(useEstablished('oxycodone'));
  });

  it('begins with an earlier specimen that comes late; the one it replaces is withdrawn', () => {
    const outcome = given(inIop, definitive([['cocaine', 'positive']], { collectedAt: day(12) }))
      .when(definitive([['oxycodone', 'positive']], { collectedAt: day(10), recordedAt: day(14) }))
      .thenIncludes(
        { type: 'UseWithdrawn', data: { useId: 'episode-1.use.S-2026-05-16T12' } },
        { type: 'UseEstablished', data: { useId: 'episode-1.use.S-2026-05-14T12', at: day(10) } },
      );
    expect(outcome.events.find(({ type }) => type === 'UseEstablished')?.occurredAt).toBe(day(10));
  });
});

describe('use that the person tells of', () => {
  it('establishes a use from a positive screen, without confirmation', () => {
    given(inIop)
      .when(presumptive([['cocaine', 'positive']], { acknowledgedUse: true }))
      .thenIncludes(disposed('unexpected-use', { rule: 'acknowledged-use' }), useEstablished('cocaine'))
      .thenLacks('ConfirmationRequested');
  });

  it('is new even within the window of an earlier use, when it came after it', () => {
    const used = definitive([['cocaine', 'positive']], { collectedAt: day(10) });
    const told = (lastUseAt: string) =>
      presumptive([['cocaine', 'positive', { acknowledged: { lastUseAt } }]], { collectedAt: day(12) });
    given(inIop, used)
      .when(told(day(11)))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, used)
      .when(told(day(10)))
      .thenIncludes(disposed('residual'));
  });

  it('before admission is no new use', () => {
    given(inIop)
      .when(presumptive([['cannabis', 'positive', { acknowledged: { lastUseAt: day(-2) } }]], { collectedAt: day(10) }))
      .thenIncludes(disposed('baseline'));
  });
});

describe('a positive that no rule can place', () => {
  it('of another substance goes to a person: no window is known', () => {
    given(inIop)
      .when(definitive([['other', 'positive']]))
      .thenIncludes(disposed('awaiting-review', { rule: 'ask-a-person' }));
  });

  it('in hair never establishes use', () => {
    given(inIop)
      .when(definitive([['cocaine', 'positive']], { matrix: 'hair', collectedAt: day(100) }))
      .thenIncludes(disposed('awaiting-review', { rule: 'ask-a-person' }))
      .thenLacks('UseEstablished');
  });

  it('in oral fluid has the window of oral fluid', () => {
    given(inIop)
      .when(definitive([['cannabis', 'positive']], { matrix: 'oral-fluid', collectedAt: day(3) }))
      .thenIncludes(disposed('unexpected-use'));
  });
});

describe("a clinician's review", () => {
  const concern = definitive([['cocaine', 'positive']], { validity: { finding: 'adulterated' } });
  const specimenId = 'S-2026-05-14T12';

  it('outranks the rule, and both stay visible', () => {
    const outcome = given(inIop, concern)
      .when(reviewed(specimenId, 'cocaine', 'unexpected-use', day(11)))
      .thenIncludes(disposed('unexpected-use', { rule: 'reviewed' }), useEstablished('cocaine'));
    expect(outcome.journey.specimens[0]?.judgements.cocaine?.explanation).toBe(
      'Cocaine: a clinician reviewed this and found: unexpected positive, treated as new use. By rule it would be: specimen needs review.',
    );
  });

  it('withdraws a use it finds explained', () => {
    given(inIop, definitive([['cocaine', 'positive']]))
      .when(reviewed(specimenId, 'cocaine', 'inconclusive', day(11)))
      .thenIncludes(disposed('inconclusive'), useWithdrawn());
  });

  it('never makes a use of a valid negative, said before or after it', () => {
    given(inIop, definitive([['cocaine', 'negative']]))
      .when(reviewed(specimenId, 'cocaine', 'unexpected-use', day(11)))
      .thenRejects('ReviewContradictsResult');
    given(inIop, presumptive([['cocaine', 'positive']]), reviewed(specimenId, 'cocaine', 'unexpected-use', day(11)))
      .when(definitive([['cocaine', 'negative']], { reportedAt: day(12) }))
      .thenIncludes(disposed('negative', { rule: 'negative' }), useWithdrawn());
  });

  it('is for clinicians, on classes of specimens that are known', () => {
    given(inIop, concern)
      .when(reviewed(specimenId, 'cocaine', 'negative', day(11), 'coordinator'))
      .thenRejects('RoleNotAllowed');
    given(inIop, concern)
      .when(reviewed('S-0', 'cocaine', 'negative', day(11)))
      .thenRejects('UnknownSpecimen');
    given(inIop, concern)
      .when(reviewed(specimenId, 'pcp', 'negative', day(11)))
      .thenRejects('ClassNotTested');
  });

  it('said twice is no news', () => {
    given(inIop, concern, reviewed(specimenId, 'cocaine', 'negative', day(11)))
      .when(reviewed(specimenId, 'cocaine', 'negative', day(11)))
      .thenNothing();
  });

  it('is the last word by when it was said, in whatever order the words become known', () => {
    const words = [
      reviewed(specimenId, 'cocaine', 'negative', day(11)),
      reviewed(specimenId, 'cocaine', 'unexpected-use', day(12)),
      reviewed(specimenId, 'cocaine', 'negative', day(13)),
    ] as const;
    const [one, two, three] = words;
    for (const order of [words, [one, three, two], [three, two, one], [two, one, three]] as const) {
      const { journey } = given(inIop, concern, timePasses(day(14))).when(...order);
      expect(journey.specimens[0]?.judgements.cocaine?.disposition).toBe('negative');
    }
  });
});
