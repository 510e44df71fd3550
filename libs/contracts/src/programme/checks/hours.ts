import { ageGroups } from '@stepway/pathway';
import { levelsOf, type Check } from './check.ts';

/** Hours, days and lengths of stay of a level that can be kept together. */
export const hoursAndDays: Check = (programme, fault) => {
  for (const [id, { hoursPerWeek, schedule, stayDays }] of levelsOf(programme)) {
    const { daysPerWeek, blockHours, roundTheClock } = schedule;
    const most = roundTheClock || blockHours === undefined ? Infinity : daysPerWeek.maximum * blockHours.maximum;
    for (const age of ageGroups) {
      const { minimum = 0, maximum = Infinity } = hoursPerWeek[age];
      const path = ['levels', id, 'hoursPerWeek', age];
      if (minimum > maximum) fault(path, `at least ${minimum} hours and at most ${maximum} contradict each other`);
      if (minimum > most)
        fault(path, `${minimum} hours do not fit in ${daysPerWeek.maximum} days of ${blockHours?.maximum} hours`);
      if (minimum > 168) fault(path, 'a week has 168 hours');
    }
    if (daysPerWeek.maximum > 7) fault(['levels', id, 'schedule', 'daysPerWeek'], 'a week has seven days');
    if (blockHours && blockHours.maximum > 24) fault(['levels', id, 'schedule', 'blockHours'], 'a day has 24 hours');
    if (stayDays.review < stayDays.minimum)
      fault(
        ['levels', id, 'stayDays', 'review'],
        `comes before the minimum stay of ${stayDays.minimum} days has passed`,
      );
    if (stayDays.expected && stayDays.expected.maximum < stayDays.minimum)
      fault(['levels', id, 'stayDays', 'expected'], `is shorter than the minimum stay of ${stayDays.minimum} days`);
  }
};

/** Deadlines that come one after the other as they are meant to. */
export const deadlines: Check = (programme, fault) => {
  const { stepUp, confirmation, waitingList } = programme;
  if (stepUp.urgentHandOffHours > stepUp.handOffHours)
    fault(['stepUp', 'urgentHandOffHours'], `is later than the ${stepUp.handOffHours} hours of any other step up`);
  if (stepUp.crisisProposalHours > stepUp.proposalHours)
    fault(['stepUp', 'crisisProposalHours'], `is later than the ${stepUp.proposalHours} hours of any other proposal`);
  if (stepUp.atDeadline === 'lapse' && stepUp.neverLapses.length === 0)
    fault(['stepUp', 'neverLapses'], 'is empty: a proposal for opioids or fentanyl never lapses');
  if (confirmation.escalateAfterDays >= confirmation.closeAfterDays)
    fault(['confirmation', 'escalateAfterDays'], `is not before the close after ${confirmation.closeAfterDays} days`);
  if (waitingList.injectingDays > waitingList.injectingWithInterimDays)
    fault(['waitingList', 'injectingDays'], 'is longer than the time with interim services');
  for (const [id, level] of levelsOf(programme)) {
    const { handOffTargetHoursAfter: target, handOffHoursAfter: latest, missedContact } = level;
    if (target !== undefined && target > latest)
      fault(['levels', id, 'handOffTargetHoursAfter'], `is later than the deadline of ${latest} hours`);
    if (missedContact.inARow > missedContact.times)
      fault(['levels', id, 'missedContact', 'inARow'], `is more than ${missedContact.times} altogether`);
  }
};

/** Weeks of a stay in order, and random intervals between their bounds. */
export const plansOverTime: Check = (programme, fault) => {
  for (const [id, { drugTests, checkUps }] of levelsOf(programme)) {
    for (const [path, steps] of [
      [['drugTests', 'random'], drugTests.random],
      [['checkUps'], checkUps],
    ] as const)
      steps.forEach(({ fromWeek }, at) => {
        const before = steps[at - 1];
        const here = ['levels', id, ...path, at, 'fromWeek'];
        if (at === 0 && fromWeek !== 0) fault(here, 'the first begins with week 0');
        if (before !== undefined && before.fromWeek >= fromWeek) fault(here, 'not later than the one before');
      });
    drugTests.random.forEach(({ minimumDays, meanDays, maximumDays }, at) => {
      if (minimumDays > meanDays || meanDays > maximumDays)
        fault(
          ['levels', id, 'drugTests', 'random', at],
          `the mean of ${meanDays} days is not between ${minimumDays} and ${maximumDays}`,
        );
    });
  }
};
