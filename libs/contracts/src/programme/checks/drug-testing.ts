import type { Check } from './check.ts';

/** A screen alone is known to mislead for these (alcohol: EtG), so confirmation is never waived (pathway §1). */
const alwaysConfirmed = ['amphetamines', 'opioids', 'oxycodone', 'pcp', 'benzodiazepines', 'alcohol'] as const;

export const confirmationWhereItIsNeeded: Check = ({ confirmation: { notRequiredFor } }, fault) => {
  notRequiredFor.forEach((drugClass, at) => {
    if (alwaysConfirmed.some((always) => always === drugClass))
      fault(
        ['confirmation', 'notRequiredFor', at],
        `a positive screen for ${drugClass} always needs confirmation: the screen alone is known to mislead`,
      );
  });
};

/** Windows that do not contradict each other. */
export const detectionWindows: Check = ({ windows, drugTesting: { analyteWindows, rise, validity } }, fault) => {
  for (const [drugClass, window] of Object.entries(windows)) {
    const { typical, chronic, unknown } = window;
    const path = ['windows', drugClass];
    if (typical > chronic)
      fault(path, `occasional use is found for ${typical} days, daily use only for ${chronic}: the two are swapped`);
    if (unknown.residual > unknown.baseline)
      fault([...path, 'unknown'], 'after a use nobody knows of, less must count as earlier use than at admission');
    if (unknown.baseline > Math.max(typical, chronic))
      fault([...path, 'unknown', 'baseline'], `is longer than daily use is found (${chronic} days)`);
  }
  analyteWindows.forEach(({ baseline, residual }, at) => {
    if (residual > baseline)
      fault(['drugTesting', 'analyteWindows', at], 'residual is longer than baseline, it cannot be');
  });
  if (rise.minimumDays > rise.maximumDays)
    fault(['drugTesting', 'rise'], `from ${rise.minimumDays} to ${rise.maximumDays} days is no time at all`);
  if (validity.substituted.creatinineBelowMgDl >= validity.dilute.creatinineBelowMgDl)
    fault(['drugTesting', 'validity', 'substituted'], 'its creatinine is not below that of a dilute specimen');
  if (validity.adulterated.phBelow >= validity.adulterated.phAtLeast)
    fault(['drugTesting', 'validity', 'adulterated'], 'every specimen would count as adulterated');
  if (validity.temperature.fromF >= validity.temperature.toF)
    fault(['drugTesting', 'validity', 'temperature'], 'no specimen would be in range');
};

/** Ratios and shares that leave room between them. */
export const medicationPatterns: Check = ({ drugTesting: { patterns } }, fault) => {
  patterns.forEach((pattern, at) => {
    if (pattern.kind === 'ratio' && pattern.unexpectedBelow > pattern.usualAbove)
      fault(
        ['drugTesting', 'patterns', at],
        `unexpected below ${pattern.unexpectedBelow} and usual above ${pattern.usualAbove} overlap`,
      );
  });
};

/** An opioid treatment programme tests at random at least eight times a year (42 CFR 8.12(f)(6)). */
const leastTestsPerYear = 8;

export const methadoneTests: Check = ({ medications: { methadone } }, fault) => {
  if (methadone.provided === 'here' && methadone.randomTestsPerYear < leastTestsPerYear)
    fault(
      ['medications', 'methadone', 'randomTestsPerYear'],
      `${methadone.randomTestsPerYear} a year is too few: a programme that gives methadone tests at random at least ` +
        `${leastTestsPerYear} times (42 CFR 8.12)`,
    );
};
