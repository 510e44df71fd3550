import { faultsIn } from '../specs/changed.ts';

const four = (changes: Readonly<Record<string, unknown>>) => faultsIn('standard-four.v2.json', changes);

describe('a programme whose hours and days contradict themselves is refused', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'weekly hours',
      { '/levels/iop/hoursPerWeek/adult': { minimum: 20, maximum: 19 } },
      '/levels/iop/hoursPerWeek/adult: at least 20 hours and at most 19 contradict each other',
    ],
    [
      'weekly hours that the days do not hold',
      { '/levels/iop/schedule/daysPerWeek': { minimum: 1, maximum: 2 } },
      '/levels/iop/hoursPerWeek/adult: 9 hours do not fit in 2 days of 4 hours',
    ],
    [
      'hours of a week',
      { '/levels/residential/hoursPerWeek/adult/minimum': 169 },
      '/levels/residential/hoursPerWeek/adult: a week has 168 hours',
    ],
    [
      'days of a week',
      { '/levels/iop/schedule/daysPerWeek/maximum': 8 },
      '/levels/iop/schedule/daysPerWeek: a week has seven days',
    ],
    [
      'hours of a day',
      { '/levels/iop/schedule/blockHours/maximum': 25 },
      '/levels/iop/schedule/blockHours: a day has 24 hours',
    ],
    [
      'a range',
      { '/levels/iop/schedule/blockHours': { minimum: 4, maximum: 3 } },
      '/levels/iop/schedule/blockHours: the minimum is above the maximum',
    ],
    [
      'a review before the minimum stay',
      { '/levels/residential/stayDays/review': 5 },
      '/levels/residential/stayDays/review: comes before the minimum stay of 7 days has passed',
    ],
    [
      'an expected stay below the minimum',
      { '/levels/residential/stayDays/expected': { minimum: 2, maximum: 5 } },
      '/levels/residential/stayDays/expected: is shorter than the minimum stay of 7 days',
    ],
    [
      'the urgent hand-off',
      { '/stepUp/urgentHandOffHours': 96 },
      '/stepUp/urgentHandOffHours: is later than the 72 hours of any other step up',
    ],
    [
      'a proposal in a crisis',
      { '/stepUp/crisisProposalHours': 48 },
      '/stepUp/crisisProposalHours: is later than the 24 hours of any other proposal',
    ],
    [
      'what never lapses',
      { '/stepUp/atDeadline': 'lapse', '/stepUp/neverLapses': [] },
      '/stepUp/neverLapses: is empty: a proposal for opioids or fentanyl never lapses',
    ],
    [
      'the escalation of a confirmation',
      { '/confirmation/escalateAfterDays': 7 },
      '/confirmation/escalateAfterDays: is not before the close after 7 days',
    ],
    [
      'the waiting list',
      { '/waitingList/injectingDays': 121 },
      '/waitingList/injectingDays: is longer than the time with interim services',
    ],
    [
      'the target of a hand-off',
      { '/levels/detox/handOffTargetHoursAfter': 169 },
      '/levels/detox/handOffTargetHoursAfter: is later than the deadline of 168 hours',
    ],
    [
      'missed contact',
      { '/levels/iop/missedContact/inARow': 4 },
      '/levels/iop/missedContact/inARow: is more than 3 altogether',
    ],
    [
      'the days of outreach',
      { '/levels/iop/missedContact/outreachDays': [1, 7, 3] },
      '/levels/iop/missedContact/outreachDays: each later than the last',
    ],
  ])('%s', (_, changes, fault) => expect(four(changes)).toContain(fault));
});

describe('a programme whose plans over time contradict themselves is refused', () => {
  it('when the first weeks have no interval', () =>
    expect(four({ '/levels/iop/drugTests/random/0/fromWeek': 1 })).toEqual([
      '/levels/iop/drugTests/random/0/fromWeek: the first begins with week 0',
    ]));

  it('when weeks are not in order', () =>
    expect(four({ '/levels/aftercare/checkUps/2/fromWeek': 12 })).toEqual([
      '/levels/aftercare/checkUps/2/fromWeek: not later than the one before',
    ]));

  it('when the mean interval lies outside its bounds', () =>
    expect(four({ '/levels/iop/drugTests/random/0/meanDays': 8 })).toEqual([
      '/levels/iop/drugTests/random/0: the mean of 8 days is not between 2 and 7',
    ]));
});

describe('a programme whose drug-test figures mislead is refused', () => {
  it.each(['amphetamines', 'opioids', 'oxycodone', 'pcp', 'benzodiazepines', 'alcohol'])(
    'when a screen for %s needs no confirmation',
    (drugClass) =>
      expect(four({ '/confirmation/notRequiredFor': ['cocaine', drugClass] })).toEqual([
        `/confirmation/notRequiredFor/1: a positive screen for ${drugClass} always needs confirmation: the screen alone is known to mislead`,
      ]),
  );

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'occasional and daily use are swapped',
      { '/windows/cocaine': { typical: 10, chronic: 4, unknown: { baseline: 4, residual: 4 } } },
      '/windows/cocaine: occasional use is found for 10 days, daily use only for 4: the two are swapped',
    ],
    [
      'more counts as residual than as baseline',
      { '/windows/cocaine/unknown': { baseline: 2, residual: 4 } },
      '/windows/cocaine/unknown: after a use nobody knows of, less must count as earlier use than at admission',
    ],
    [
      'a baseline is longer than any use is found',
      { '/windows/cocaine/unknown/baseline': 11 },
      '/windows/cocaine/unknown/baseline: is longer than daily use is found (10 days)',
    ],
    [
      'the same of one analyte',
      { '/drugTesting/analyteWindows/0/residual': 1 },
      '/drugTesting/analyteWindows/0: residual is longer than baseline, it cannot be',
    ],
    [
      'a rise has no time',
      { '/drugTesting/rise/minimumDays': 31 },
      '/drugTesting/rise: from 31 to 30 days is no time at all',
    ],
    [
      'a dilute specimen would be a substituted one',
      { '/drugTesting/validity/substituted/creatinineBelowMgDl': 20 },
      '/drugTesting/validity/substituted: its creatinine is not below that of a dilute specimen',
    ],
    [
      'every specimen is adulterated',
      { '/drugTesting/validity/adulterated/phBelow': 11 },
      '/drugTesting/validity/adulterated: every specimen would count as adulterated',
    ],
    [
      'no specimen has the right temperature',
      { '/drugTesting/validity/temperature/fromF': 101 },
      '/drugTesting/validity/temperature: no specimen would be in range',
    ],
    [
      'a ratio is usual and unexpected at once',
      { '/drugTesting/patterns/1/unexpectedBelow': 0.3 },
      '/drugTesting/patterns/1: unexpected below 0.3 and usual above 0.26 overlap',
    ],
  ])('when %s', (_, changes, fault) => expect(four(changes)).toEqual([fault]));

  it('when people on methadone are tested too rarely', () =>
    expect(four({ '/medications/methadone/randomTestsPerYear': 7 })).toEqual([
      '/medications/methadone/randomTestsPerYear: 7 a year is too few: a programme that gives methadone tests at random at least 8 times (42 CFR 8.12)',
    ]));

  it('but not for how often another clinic tests', () =>
    expect(
      four({ '/medications/methadone': { provided: 'by-referral', randomTestsPerYear: 4, minimumMonths: 12 } }),
    ).toEqual([]));
});
