import { day, definitive, inCareAt, missed, presumptive, reviewed, takes, tellsOfUse } from '../specs/commands.ts';
import { disposed, useEstablished, useWithdrawn } from '../specs/events.ts';
import { given, type Step } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { plusHours } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';

/** A new fact judges again what it touches; an event is written for each that changed (pathway §4). */
const inIop = inCareAt('iop');
const found = (collectedAt: string, drugClass: DrugClass = 'cocaine', fields = {}) =>
  definitive([[drugClass, 'positive']], {
    collectedAt,
    specimenId: `S-${collectedAt}`,
    recordedAt: day(30),
    ...fields,
  });
const use = (onDay: number) => `episode-1.use.S-${day(onDay)}`;
const usesOf = (...steps: readonly Step[]) =>
  given(inIop)
    .when(...steps)
    .journey.uses.filter(({ withdrawn }) => !withdrawn)
    .map(({ useId, drugClasses, specimenIds, told = [] }) => [useId, drugClasses, specimenIds.length, told.length]);

describe('a disposition', () => {
  it('is told with the fact that caused it, in the order of the decisions of the episode', () => {
    const both = definitive([
      ['cocaine', 'positive'],
      ['pcp', 'negative'],
    ]);
    const { events } = given(inIop, found(day(5))).when(both);
    const [fact] = events.filter(({ type }) => type === 'DrugTestResultRecorded');
    const said = events.flatMap((event) => (event.type === 'DrugTestDisposed' ? [event] : []));
    expect(said.map(({ data, causedBy }) => [data.decisionId, data.drugClass, causedBy])).toEqual([
      ['episode-1.d3', 'cocaine', fact?.id],
      ['episode-1.d4', 'pcp', fact?.id],
    ]);
    expect(events.find(({ type }) => type === 'UseEstablished')?.causedBy).toBe(fact?.id);
  });

  it('is not told again where it stays the same, for other specimens and other classes', () => {
    const again = definitive([['pcp', 'negative']], {
      specimenId: `S-${day(10)}`,
      collectedAt: day(10),
      reportedAt: day(12),
    });
    const { events } = given(inIop, found(day(5)), found(day(10)), found(day(20))).when(again);
    const said = events.flatMap((event) => (event.type === 'DrugTestDisposed' ? [event.data.drugClass] : []));
    expect(said).toEqual(['pcp']);
  });

  it('is told again under the same rule where it means something else, or belongs to another use', () => {
    const specimenId = `S-${day(10)}`;
    given(inIop, found(day(10)), reviewed(specimenId, 'cocaine', 'negative', day(31)))
      .when(reviewed(specimenId, 'cocaine', 'inconclusive', day(32)))
      .thenIncludes(disposed('inconclusive', { rule: 'reviewed' }));
    given(inIop, found(day(12)), found(day(13)))
      .when(found(day(10)))
      .thenIncludes(
        disposed('residual', { specimenId: `S-${day(13)}`, useId: use(10) }),
        disposed('residual', { specimenId: `S-${day(12)}`, useId: use(10) }),
      );
  });

  it('of a class without a name stays when others are named, and ends when what was tested is', () => {
    const other = definitive([
      ['other', 'positive'],
      ['cocaine', 'negative'],
    ]);
    given(inIop, other)
      .when(definitive([['pcp', 'negative']], { reportedAt: day(12) }))
      .thenIncludes(disposed('negative', { drugClass: 'pcp' }))
      .thenLacks(disposed('awaiting-review', { drugClass: 'other' }));
    const { journey } = given(inIop, definitive([])).when(definitive([['pcp', 'negative']], { reportedAt: day(12) }));
    expect(Object.keys(journey.specimens[0]?.judgements ?? {})).toEqual(['pcp']);
  });
});

describe('uses', () => {
  it('are each their own: what one gains leaves the others as they were', () => {
    expect(usesOf(found(day(5)), found(day(15)), found(day(16), 'pcp'), found(day(17)))).toEqual([
      [use(5), ['cocaine'], 1, 0],
      [use(15), ['cocaine', 'pcp'], 3, 0],
    ]);
    expect(usesOf(found(day(5)), found(day(15)), found(day(7)))).toEqual([
      [use(5), ['cocaine'], 2, 0],
      [use(15), ['cocaine'], 1, 0],
    ]);
  });

  it('shown by several specimens at one moment go by the first id, and by the word of the person before it', () => {
    const at = (specimenId: string, drugClass: DrugClass) => found(day(10), drugClass, { specimenId });
    for (const order of [
      [at('S-b', 'cocaine'), at('S-a', 'mdma')],
      [at('S-a', 'mdma'), at('S-b', 'cocaine')],
    ])
      expect(usesOf(...order)).toEqual([['episode-1.use.S-a', ['cocaine', 'mdma'], 2, 0]]);
    const word = tellsOfUse('pcp', day(10), day(30));
    for (const order of [
      [word, at('S-a', 'cocaine')],
      [at('S-a', 'cocaine'), word],
    ])
      expect(usesOf(...order)).toEqual([[`episode-1.use.told.${day(10)}`, ['cocaine', 'pcp'], 1, 1]]);
  });

  it('begin anew with a class that the last one has shown, and take other new classes with it', () => {
    const both = presumptive(
      [
        ['cocaine', 'positive'],
        ['pcp', 'positive'],
      ],
      { collectedAt: day(12), specimenId: `S-${day(12)}`, acknowledgedUse: true },
    );
    given(inIop, found(day(10), 'cocaine', { recordedAt: day(10) }))
      .when(both)
      .thenIncludes({ type: 'UseEstablished', data: { useId: use(12), drugClasses: ['cocaine', 'pcp'] } });
  });

  it('are joined by the last of them that a positive may stem from', () => {
    expect(usesOf(found(day(5)), found(day(15)), found(day(17)))).toEqual([
      [use(5), ['cocaine'], 1, 0],
      [use(15), ['cocaine'], 2, 0],
    ]);
  });

  it('are told anew when a collection was at another time, or showed another class', () => {
    const corrected = (fields: object, drugClass: DrugClass = 'cocaine') =>
      found(day(10), drugClass, { status: 'corrected', reportedAt: day(31), recordedAt: day(31), ...fields });
    given(inIop, found(day(10)))
      .when(corrected({ collectedAt: day(9) }))
      .thenIncludes({ type: 'UseEstablished', data: { useId: use(10), at: day(9) } })
      .thenLacks('UseWithdrawn');
    const oxycodone = [
      { drugClass: 'cocaine', outcome: 'negative', stage: 'definitive' },
      { drugClass: 'oxycodone', outcome: 'positive', stage: 'definitive' },
    ];
    given(inIop, found(day(10)))
      .when(corrected({ results: oxycodone }))
      .thenIncludes(useEstablished('oxycodone'))
      .thenLacks('UseWithdrawn');
  });

  it('are told anew when the person tells of what a specimen has shown already', () => {
    given(inIop, found(day(10)), found(day(12), 'mdma'))
      .when(tellsOfUse('mdma', day(11), day(31)))
      .thenIncludes(
        happened('UseEstablished', {
          useId: use(10),
          drugClasses: ['cocaine', 'mdma'],
          specimenIds: [`S-${day(10)}`, `S-${day(12)}`],
          told: [{ drugClass: 'mdma', lastUseAt: day(11) }],
        }),
      );
  });

  it('keep what came of them where the person tells of the very moment of the collection', () => {
    given(inIop, found(day(10), 'cocaine', { recordedAt: day(10) }))
      .when(tellsOfUse('cocaine', day(10), day(11)))
      .thenIncludes(useWithdrawn(), happened('TransitionRegrounded'))
      .thenLacks('TransitionStarted', 'TransitionCancelled');
  });
});

describe("a clinician's last word", () => {
  const both = definitive(
    [
      ['cocaine', 'positive'],
      ['pcp', 'positive'],
    ],
    { validity: { finding: 'adulterated' } },
  );
  const specimenId = 'S-2026-05-14T12';
  const dispositions = (...words: readonly Step[]) => {
    const { journey } = given(inIop, both).when(...words);
    return [journey.specimens[0]?.judgements.cocaine, journey.specimens[0]?.judgements.pcp].map(
      (one) => one?.disposition,
    );
  };

  it('is said of one class', () => {
    expect(dispositions(reviewed(specimenId, 'cocaine', 'negative', day(11)))).toEqual([
      'negative',
      'integrity-concern',
    ]);
    expect(
      dispositions(
        reviewed(specimenId, 'cocaine', 'negative', day(11)),
        reviewed(specimenId, 'pcp', 'inconclusive', day(12)),
      ),
    ).toEqual(['negative', 'inconclusive']);
  });

  it('is the gravest of two at the same moment, whichever came first', () => {
    const words = (['negative', 'unexpected-use', 'inconclusive', 'expected-prescribed'] as const).map((finding) =>
      reviewed(specimenId, 'cocaine', finding, day(11)),
    );
    for (const order of [words, words.toReversed()]) expect(dispositions(...order)[0]).toBe('unexpected-use');
    for (const order of [
      [0, 2],
      [2, 0],
    ] as const)
      expect(dispositions(...order.flatMap((index) => words[index] ?? []))[0]).toBe('negative');
  });

  it('ends with what the laboratory took back', () => {
    given(inIop, both, reviewed(specimenId, 'cocaine', 'unexpected-use', day(11)))
      .when(definitive([], { status: 'cancelled', reportedAt: day(12) }))
      .thenIncludes(disposed('superseded', { drugClass: 'cocaine', rule: 'superseded' }), useWithdrawn());
  });
});

describe('use that is told of', () => {
  it('after the last of its family is new, by whichever class that showed', () => {
    const shown = [found(day(10), 'opioids'), found(day(12), 'heroin')];
    const told = (lastUseAt: string) =>
      given(inIop, shown).when(
        definitive([['opioids', 'positive', { acknowledged: { lastUseAt } }]], {
          collectedAt: plusHours(day(12), 12),
          recordedAt: day(31),
        }),
      );
    told(day(12)).thenIncludes(disposed('residual', { drugClass: 'opioids', useId: use(10) }));
    told(plusHours(day(12), 1)).thenIncludes(disposed('unexpected-use', { rule: 'acknowledged-use' }));
  });

  it('is none of a class that a medication explains, and one of any other class', () => {
    given(inIop, takes('methadone'))
      .when(tellsOfUse('fentanyl', day(10)))
      .thenIncludes(useEstablished('fentanyl'));
  });

  it('stays as it was when later facts are judged', () => {
    const words = [tellsOfUse('cocaine', day(5)), tellsOfUse('cocaine', day(15)), tellsOfUse('pcp', day(16))];
    expect(usesOf(...words, missed(day(18)), found(day(25), 'mdma'), found(day(29), 'oxycodone'))).toEqual([
      [`episode-1.use.told.${day(5)}`, ['cocaine'], 0, 1],
      [`episode-1.use.told.${day(15)}`, ['cocaine', 'pcp'], 0, 2],
      [use(25), ['mdma'], 1, 0],
      [use(29), ['oxycodone'], 1, 0],
    ]);
  });
});
