import type { Command, CommandOf } from '../commands.ts';
import { decide } from '../decide.ts';
import { day, definitive, inCareAt, missed, presumptive, reviewed, said, tellsOfUse } from '../specs/commands.ts';
import { given, Lived, timePasses } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { plusMinutes } from '../time.ts';

const inIop = inCareAt('iop');
const specimenId = 'S-2026-05-14T12';
const reason = { sealed: 'kid.nonce.words' };
const concern = definitive([['cocaine', 'positive']], { validity: { finding: 'adulterated' } });
const plan = (fields: Partial<CommandOf<'SetScreeningPlan'>> = {}): CommandOf<'SetScreeningPlan'> => ({
  type: 'SetScreeningPlan',
  ...said(day(1)),
  from: day(0),
  drugClasses: ['opioids', 'cocaine'],
  negativeBy: 'specimen',
  ...fields,
});

/** Each command of drug testing, and the data of the fact that it records. */
const commands: readonly (readonly [Command, data: object])[] = [
  [
    { ...concern, laboratory: 'north', observed: true, collectionReason: 'for-cause' },
    {
      specimenId,
      matrix: 'urine',
      collectedAt: day(10),
      reportedAt: day(10),
      observed: true,
      collectionReason: 'for-cause',
      laboratory: 'north',
      status: 'final',
      validity: { finding: 'adulterated' },
      results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' }],
      acknowledgedUse: false,
    },
  ],
  [
    reviewed(specimenId, 'cocaine', 'inconclusive', day(11)),
    { specimenId, drugClass: 'cocaine', finding: 'inconclusive' },
  ],
  [missed(day(5), 'unable'), { dueAt: day(5), outcome: 'unable' }],
  [tellsOfUse('cocaine', day(5), day(6)), { drugClass: 'cocaine', lastUseAt: day(5) }],
  [plan(), { from: day(0), drugClasses: ['opioids', 'cocaine'], negativeBy: 'specimen' }],
  [
    plan({ until: day(30), negativeBy: 'attended-visit' }),
    { from: day(0), until: day(30), drugClasses: ['opioids', 'cocaine'], negativeBy: 'attended-visit' },
  ],
];

describe.each(commands.map(([command, data]) => [command.type, command, data] as const))('%s', (_, command, data) => {
  const before = command.type === 'ReviewDrugTest' ? [inIop, concern] : [inIop];

  it('records what was said, at the time it was said of, and keeps a reason sealed', () => {
    const facts = (one: Command) => {
      const fact = given(...before)
        .when(one)
        .events.find(({ actor }) => actor.kind === 'person');
      return [fact?.occurredAt, fact?.data];
    };
    expect(facts(command)).toEqual([command.occurredAt, data]);
    expect(facts({ ...command, reason })).toEqual([command.occurredAt, { ...data, reason }]);
  });

  it('is refused before the episode is opened', () => {
    expect(given().when(command).thenRejects('EpisodeNotOpened').rejection).toEqual({ type: 'EpisodeNotOpened' });
  });

  it('is no news under a new id', () => {
    given(...before, command)
      .when({ ...command, commandId: 'again' })
      .thenNothing();
  });
});

describe('a fact of the future', () => {
  const now = day(9);
  const soon = plusMinutes(now, 5);
  const ahead = plusMinutes(now, 6);
  const told = (lastUseAt: string) =>
    presumptive(
      [
        ['opioids', 'positive', { acknowledged: { lastUseAt: day(8) } }],
        ['cocaine', 'positive', { acknowledged: { lastUseAt } }],
        ['pcp', 'positive', { acknowledged: { lastUseAt: day(7) } }],
      ],
      { collectedAt: now, recordedAt: now },
    );
  const screen = (collectedAt: string, reportedAt: string) =>
    presumptive([['cocaine', 'positive']], { collectedAt, reportedAt, recordedAt: now });

  it.each([
    ['collectedAt', (at: string) => screen(at, at)],
    ['reportedAt', (at: string) => screen(now, at)],
    ['lastUseAt', told],
    ['lastUseAt', (at: string) => tellsOfUse('cocaine', at, now)],
    ['dueAt', (at: string) => ({ ...missed(at), occurredAt: now })],
  ] as const)('is refused by its field %s, where it is more than clocks may disagree', (field, command) => {
    expect(given(inIop).when(command(ahead)).rejection).toEqual({ type: 'InTheFuture', field, at: ahead, now });
    expect(given(inIop).when(command(soon)).rejection).toBeUndefined();
  });
});

describe('a report', () => {
  it('is not reported before its specimen was collected; at the same moment it may be', () => {
    const reported = (reportedAt: string) =>
      presumptive([['cocaine', 'positive']], { reportedAt, recordedAt: day(11) });
    expect(given(inIop).when(reported(day(9))).rejection).toEqual({ type: 'EndsBeforeItBegins', field: 'reportedAt' });
    expect(given(inIop).when(reported(day(10))).rejection).toBeUndefined();
  });

  it('told again is no news only where all of it is the same', () => {
    const screen = (fields = {}) => presumptive([['cocaine', 'positive', { analyte: 'benzoylecgonine' }]], fields);
    const others = [
      screen({ reportedAt: day(11) }),
      screen({ laboratory: 'north' }),
      screen({ validity: { finding: 'valid', creatinineMgDl: 50 } }),
      screen({ acknowledgedUse: true }),
      presumptive([['cocaine', 'positive', { analyte: 'cocaine' }]]),
      definitive([['cocaine', 'positive', { analyte: 'benzoylecgonine' }]]),
    ];
    for (const other of others) given(inIop, screen()).when(other).thenIncludes(happened('DrugTestResultRecorded'));
    given(inIop, screen()).when(screen()).thenNothing();
  });

  it('tells the same in whatever order it names classes, stages and analytes', () => {
    const results = [
      ['cocaine', 'positive', { stage: 'presumptive' }],
      ['cocaine', 'positive', { analyte: 'cocaine' }],
      ['cocaine', 'negative', { analyte: 'benzoylecgonine' }],
      ['pcp', 'negative', {}],
    ] as const;
    given(inIop, definitive(results)).when(definitive(results.toReversed())).thenNothing();
    given(inIop, definitive(results.toReversed()))
      .when(definitive([results[1], results[0], results[3], results[2]]))
      .thenNothing();
  });
});

describe("a clinician's word", () => {
  const clinicians = ['prescriber', 'nurse', 'therapist', 'medical-director'] as const;

  it.each(clinicians)('may be that of a %s', (role) => {
    given(inIop, concern)
      .when(reviewed(specimenId, 'cocaine', 'negative', day(11), role))
      .thenIncludes(happened('DrugTestReviewed'));
  });

  it.each(['coordinator', 'peer-worker', 'programme-manager', 'privacy-officer', 'administrator', 'system'] as const)(
    'is not that of a %s',
    (role) => {
      expect(given(inIop, concern).when(reviewed(specimenId, 'cocaine', 'negative', day(11), role)).rejection).toEqual({
        type: 'RoleNotAllowed',
        role,
        needs: clinicians,
      });
    },
  );

  it.each([
    ['of a specimen that is not known', reviewed('S-0', 'cocaine', 'negative', day(11)), 'UnknownSpecimen', ['S-0']],
    [
      'of a class that was not tested',
      reviewed(specimenId, 'pcp', 'negative', day(11)),
      'ClassNotTested',
      [specimenId, 'pcp'],
    ],
  ] as const)('is refused %s', (_, command, type, [id, drugClass]) => {
    expect(given(inIop, concern).when(command).rejection).toEqual({
      type,
      specimenId: id,
      ...(drugClass && { drugClass }),
    });
  });

  it('is refused where it makes a use of a valid negative, and not where the specimen cannot be relied on', () => {
    const negative = (finding: 'valid' | 'substituted') =>
      definitive([['cocaine', 'negative']], { validity: { finding } });
    const use = reviewed(specimenId, 'cocaine', 'unexpected-use', day(11));
    expect(given(inIop, negative('valid')).when(use).rejection).toEqual({
      type: 'ReviewContradictsResult',
      specimenId,
      drugClass: 'cocaine',
    });
    given(inIop, negative('substituted')).when(use).thenIncludes(happened('UseEstablished'));
    // Said once more of the use that it was found to be.
    given(inIop, negative('substituted'), use)
      .when(reviewed(specimenId, 'cocaine', 'unexpected-use', day(12)))
      .thenIncludes(happened('DrugTestReviewed'));
  });

  it('is refused from the future', () => {
    const lived = new Lived();
    for (const step of [...inIop, concern, timePasses(day(11))]) lived.step(step);
    const said = (minutes: number) =>
      decide(
        lived.journey,
        reviewed(specimenId, 'cocaine', 'negative', plusMinutes(day(11), minutes)),
        lived.context(),
      );
    expect(said(5)).toMatchObject({ accepted: true });
    const at = plusMinutes(day(11), 6);
    expect(said(6)).toEqual({
      accepted: false,
      rejection: { type: 'InTheFuture', field: 'occurredAt', at, now: day(11) },
    });
  });

  it('said again at another time, of another class, or with another finding is another word', () => {
    const both = definitive(
      [
        ['cocaine', 'positive'],
        ['pcp', 'positive'],
      ],
      { validity: { finding: 'adulterated' } },
    );
    const word = reviewed(specimenId, 'cocaine', 'negative', day(11));
    const others = [
      reviewed(specimenId, 'cocaine', 'negative', day(12)),
      reviewed(specimenId, 'pcp', 'negative', day(11)),
      reviewed(specimenId, 'cocaine', 'inconclusive', day(11)),
    ];
    for (const other of others) given(inIop, both, word).when(other).thenIncludes(happened('DrugTestReviewed'));
    given(inIop, both, word)
      .when(reviewed(specimenId, 'cocaine', 'negative', day(11)))
      .thenNothing();
  });
});

describe('a screening plan', () => {
  it('ends after it begins', () => {
    expect(given(inIop).when(plan({ until: day(0) })).rejection).toEqual({
      type: 'EndsBeforeItBegins',
      field: 'until',
    });
    given(inIop)
      .when(plan({ until: day(1) }))
      .thenIncludes(happened('ScreeningPlanSet'));
  });

  it('is another one by each of its parts, and the same with its classes in another order', () => {
    const later = said(day(2));
    const others = [
      plan({ from: day(1) }),
      plan({ until: day(9) }),
      plan({ negativeBy: 'attended-visit' }),
      plan({ drugClasses: ['opioids'] }),
      plan({ drugClasses: ['opioids', 'cocaine', 'pcp'] }),
      plan({ drugClasses: ['opioids', 'pcp'] }),
    ];
    for (const other of others)
      given(inIop, plan())
        .when({ ...other, ...later })
        .thenIncludes(happened('ScreeningPlanSet'));
    given(inIop, plan())
      .when({ ...plan({ drugClasses: ['cocaine', 'opioids'] }), ...later })
      .thenNothing();
  });
});

describe('a test that was not collected', () => {
  const word = (outcome: 'missed' | 'excused' | 'declined', at: string) => ({
    ...missed(day(10), outcome),
    occurredAt: at,
  });

  it('is what was said last, in whatever order the words become known', () => {
    const [one, two, three] = [word('excused', day(11)), word('missed', day(12)), word('declined', day(13))];
    const orders = [
      [one, two, three],
      [three, two, one],
      [two, three, one],
      [three, one, two],
    ];
    for (const order of orders) {
      const { journey } = given(inIop).when(...order);
      expect(journey.notCollected).toMatchObject([{ dueAt: day(10), outcome: 'declined', said: { length: 3 } }]);
    }
  });

  it('is the same of two words at the same moment, whichever came first', () => {
    const words = [word('missed', day(11)), word('declined', day(11)), word('excused', day(11))];
    for (const order of [words, words.toReversed(), [words[1], words[0], words[2]]]) {
      const { journey } = given(inIop).when(...order.flatMap((one) => one ?? []));
      expect(journey.notCollected.map(({ outcome }) => outcome)).toEqual(['declined']);
    }
  });

  it('is known by when it was due: another one is another', () => {
    const { journey } = given(inIop, missed(day(10)), missed(day(11), 'excused')).when(missed(day(10), 'unable'));
    expect(journey.notCollected.map(({ dueAt, outcome }) => [dueAt, outcome])).toEqual([
      [day(11), 'excused'],
      [day(10), 'unable'],
    ]);
  });
});
