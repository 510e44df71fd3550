import { day, definitive, inCareAt, opened, presumptive, stopsTaking, takes, tellsOfUse } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, type Step } from '../specs/given.ts';
import { discharged } from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import type { DrugClass } from '../vocabulary.ts';

/** Naloxone and lost tolerance do not wait (pathway §4, "Overdose check"). */
const inIop = inCareAt('iop');
const { always, besideOpioids } = standardFour.drugTesting.overdoseCheck;
const screen = (...classes: readonly DrugClass[]) => presumptive(classes.map((one) => [one, 'positive'] as const));
const check = taskOpened('overdose-check');
type Before = readonly (Step | readonly Step[])[];

function asked(before: Before, step: Step): boolean {
  const { events } = given(...before).when(step);
  return events.some((event) => event.type === 'TaskOpened' && event.data.kind === 'overdose-check');
}

describe('a positive for an opioid', () => {
  it.each(always)('asks for a check by itself: %s', (drugClass) => {
    expect(asked([inIop], screen(drugClass))).toBe(true);
  });

  it('of heroin does so whatever is said to explain it', () => {
    expect(asked([inIop, takes('other', { drugClasses: ['heroin', 'opioids'] })], screen('heroin'))).toBe(true);
  });

  it('does not where a medication explains what was found of it, whatever else was looked for', () => {
    const looked = (hydrocodone: 'positive' | 'negative') =>
      definitive([
        ['opioids', 'positive', { analyte: 'morphine' }],
        ['opioids', hydrocodone, { analyte: 'hydrocodone' }],
      ]);
    expect(asked([inIop, takes('morphine')], looked('negative'))).toBe(false);
    expect(asked([inIop, takes('morphine')], looked('positive'))).toBe(true);
  });

  it('does not where the laboratory took it back, nor where it is negative', () => {
    const fields = { status: 'cancelled', reportedAt: day(11) } as const;
    given(inIop, presumptive([['pcp', 'negative']]))
      .when(presumptive([['opioids', 'positive']], fields))
      .thenLacks(check);
    expect(asked([inIop], presumptive([['opioids', 'negative']]))).toBe(false);
  });
});

describe('a sedative or alcohol', () => {
  it.each(besideOpioids)('asks for a check beside an opioid only: %s', (drugClass) => {
    expect(asked([inIop], screen(drugClass))).toBe(false);
    expect(asked([inIop, takes('methadone')], screen(drugClass))).toBe(true);
    expect(asked([inIop], screen(drugClass, 'buprenorphine'))).toBe(true);
    expect(asked([inIop, takes('methadone')], screen(drugClass, 'methadone'))).toBe(true);
  });

  it.each<readonly [string, boolean, Before]>([
    ['an opioid that is no medication for opioid use disorder', true, [takes('morphine')]],
    ['another medication', false, [takes('mixed-amphetamine-salts')]],
    ['naltrexone, which a prescriber gives for opioid use disorder', true, [takes('naltrexone-oral')]],
    ['a medication that its kind says is one', true, [takes('nabilone', { kind: 'moud' })]],
    [
      'one outside of the formulary, an opioid among its classes',
      true,
      [takes('other', { drugClasses: ['pcp', 'opioids'] })],
    ],
    ['one outside of the formulary, no opioid', false, [takes('other', { drugClasses: ['pcp'] })]],
    ['methadone within its tail', true, [takes('methadone', { from: day(-9) }), stopsTaking('methadone', day(0))]],
    ['methadone after it', false, [takes('methadone', { from: day(-9) }), stopsTaking('methadone', day(-1))]],
    ['methadone that began later', false, [takes('methadone', { from: day(10.5) })]],
  ])('beside %s: %s', (_, expected, before) => {
    expect(asked([opened(), ...before.flat()], { ...screen('alcohol'), occurredAt: day(11) })).toBe(expected);
  });

  it('beside an opioid does not where its own medication explains it', () => {
    expect(asked([inIop, takes('methadone'), takes('diazepam')], screen('benzodiazepines'))).toBe(false);
    expect(asked([inIop, takes('methadone')], screen('cocaine'))).toBe(false);
  });
});

describe('an opioid beside naltrexone', () => {
  const onNaltrexone = [opened(), takes('naltrexone-depot', { from: day(-13) })];

  it('asks for a check once it is confirmed, also before admission', () => {
    const collectedAt = day(-1);
    expect(asked(onNaltrexone, definitive([['buprenorphine', 'positive']], { collectedAt }))).toBe(true);
    expect(asked(onNaltrexone, presumptive([['buprenorphine', 'positive']], { collectedAt }))).toBe(false);
    expect(asked(onNaltrexone, definitive([['cocaine', 'positive']], { collectedAt }))).toBe(false);
    expect(asked([opened()], definitive([['buprenorphine', 'positive']], { collectedAt }))).toBe(false);
    const ended = stopsTaking('naltrexone-depot', day(-2));
    expect(asked([...onNaltrexone, ended], definitive([['buprenorphine', 'positive']], { collectedAt }))).toBe(false);
  });
});

describe('use that the person tells of, when nobody moves', () => {
  const left = discharged('dropped-out', day(9));
  const told = (drugClass: DrugClass) => tellsOfUse(drugClass, day(8), day(12));

  it.each<readonly [DrugClass, string | undefined, boolean]>([
    ['fentanyl', undefined, true],
    ['alcohol', undefined, false],
    ['alcohol', 'methadone', true],
    ['cocaine', 'methadone', false],
    ['cocaine', undefined, false],
    ['buprenorphine', undefined, false],
    ['buprenorphine', 'naltrexone-oral', true],
  ])('of %s, while %s is taken: %s', (drugClass, medication, expected) => {
    expect(asked([inIop, medication === undefined ? [] : takes(medication), left], told(drugClass))).toBe(expected);
  });

  it('asks for nothing where it is no new use', () => {
    expect(asked([inIop, takes('methadone'), left], told('methadone'))).toBe(false);
  });
});

describe('a use for which more support began', () => {
  it('asks for a check with the specimen that showed it, not with one in which it still shows', () => {
    const cocaine = (onDay: number) => definitive([['cocaine', 'positive']], { collectedAt: day(onDay) });
    expect(asked([inIop], cocaine(10))).toBe(true);
    given(inIop, cocaine(10)).when(cocaine(12)).thenLacks(check);
    given(inIop, cocaine(10))
      .when(definitive([['pcp', 'negative']], { collectedAt: day(12) }))
      .thenLacks(check);
  });
});
