import type { Level, Programme } from '../programme.ts';
import { inSentence } from '../../../marks/levels.ts';
import { t } from '../../../texts/texts.ts';
import { coded, codeWords, days, hours, listOf, teller, type Statement } from './say.ts';

/** What the file says of one level: who and how much, how long, where it leads, contact and leave, tests. */
export function levelSays(level: Level, programme: Programme): readonly Statement[] {
  const say = teller(`/levels/${level.id}`);
  const title = (id: string) => inSentence(programme.levels[id]?.title ?? id);
  return [
    say('title', ['title'], { title: level.title }),
    say('admits', ['admits'], { who: listOf(level.admits.map((who) => t(`programmeRules.who.${who}`))) }),
    ...weeklyHours(level),
    ...(level.schedule.roundTheClock
      ? [say('roundTheClock', ['schedule/roundTheClock'])]
      : [say('daysPerWeek', ['schedule/daysPerWeek'], { ...level.schedule.daysPerWeek })]),
    ...(level.capacity === undefined ? [] : [say('places', ['capacity'], { places: level.capacity })]),
    ...stay(level),
    ...ways(level, title),
    ...contact(level),
    ...testing(level),
    say('goals', ['goalTemplate'], { list: coded('goalDomain', level.goalTemplate) }),
  ];
}

function weeklyHours({ id, hoursPerWeek }: Level): readonly Statement[] {
  const say = teller(`/levels/${id}`);
  return (['adult', 'adolescent'] as const).flatMap((group) => {
    const { minimum, maximum } = hoursPerWeek[group];
    const who = t(`programmeRules.who.${group}`);
    const path = [`hoursPerWeek/${group}`];
    if (minimum !== undefined && maximum !== undefined)
      return [say('hoursBetween', path, { who, minimum, maximum }, group)];
    if (minimum !== undefined) return [say('hoursAtLeast', path, { who, minimum }, group)];
    return maximum === undefined ? [] : [say('hoursAtMost', path, { who, maximum }, group)];
  });
}

function stay({ id, stayDays, reassessEveryDays, entry, lookBackDays }: Level): readonly Statement[] {
  const say = teller(`/levels/${id}`);
  const required = entry.criteria.filter(({ weight }) => weight === 'required').map(({ code }) => code);
  return [
    stayDays.minimum > 0
      ? say('minimumStay', ['stayDays/minimum'], { length: days(stayDays.minimum) })
      : say('noMinimumStay', ['stayDays/minimum']),
    say('review', ['stayDays/review'], { length: days(stayDays.review) }),
    stayDays.expected === undefined
      ? say('expectedOpen', ['stayDays/expected'])
      : say('expected', ['stayDays/expected'], { ...stayDays.expected }),
    say('assessedWithin', ['entry/assessmentHours'], { length: hours(entry.assessmentHours) }),
    say('reassess', ['reassessEveryDays'], { length: days(reassessEveryDays) }),
    ...(required.length === 0 ? [] : [say('required', ['entry/criteria'], { list: coded('candidacy', required) })]),
    ...(entry.exclusions.length === 0
      ? []
      : [say('exclusions', ['entry/exclusions'], { list: coded('exclusion', entry.exclusions) })]),
    lookBackDays > 0
      ? say('lookBack', ['lookBackDays'], { length: days(lookBackDays) })
      : say('noLookBack', ['lookBackDays']),
  ];
}

function ways(level: Level, title: (id: string) => string): readonly Statement[] {
  const say = teller(`/levels/${level.id}`);
  const { stepUpTo, adolescentStepUpTo, stepDownTo, adolescentStepDownTo, handOffTargetHoursAfter: target } = level;
  const condition = { 'withdrawal-risk': 'stepUpWithdrawal', indicated: 'stepUpIndicated' } as const;
  return [
    stepUpTo === undefined ? say('noStepUp', ['stepUpTo']) : say('stepUp', ['stepUpTo'], { level: title(stepUpTo) }),
    ...(adolescentStepUpTo === undefined
      ? []
      : [say('stepUpAdolescents', ['adolescentStepUpTo'], { level: title(adolescentStepUpTo) })]),
    ...(level.stepUpCondition === undefined ? [] : [say(condition[level.stepUpCondition], ['stepUpCondition'])]),
    stepDownTo === undefined
      ? say('noStepDown', ['stepDownTo'])
      : say('stepDown', ['stepDownTo'], { level: title(stepDownTo) }),
    ...(adolescentStepDownTo === undefined
      ? []
      : [say('stepDownAdolescents', ['adolescentStepDownTo'], { level: title(adolescentStepDownTo) })]),
    say('handOff', ['handOffHoursAfter'], { length: hours(level.handOffHoursAfter) }),
    ...(target === undefined ? [] : [say('handOffTarget', ['handOffTargetHoursAfter'], { length: hours(target) })]),
    ...Object.entries(level.handOffHoursTo ?? {}).map(([to, length]) =>
      say('handOffTo', [`handOffHoursTo/${to}`], { level: title(to), length: hours(length) }, to),
    ),
  ];
}

function contact({ id, missedContact, leave, checkUps }: Level): readonly Statement[] {
  const say = teller(`/levels/${id}`);
  const { inARow, times, withinDays, outreachDays, attempts, sameDaySafetyCheck } = missedContact;
  const missed = (...parts: readonly string[]) => parts.map((part) => `missedContact/${part}`);
  return [
    say('contact', missed('inARow', 'times', 'withinDays'), { inARow, times, days: withinDays }),
    say('outreach', missed('outreachDays', 'attempts'), {
      ...{ list: listOf(outreachDays.map(String)), times: attempts.times, length: hours(attempts.withinHours) },
    }),
    ...(sameDaySafetyCheck ? [say('safetyCheck', missed('sameDaySafetyCheck'))] : []),
    ...(leave.maximumPassHours === undefined
      ? []
      : [say('pass', ['leave/maximumPassHours'], { length: hours(leave.maximumPassHours) })]),
    ...(leave.bedKeptHours === undefined
      ? []
      : [say('bed', ['leave/bedKeptHours'], { length: hours(leave.bedKeptHours) })]),
    say('overdueReturn', ['leave/overdueCallHours', 'leave/returnTestHours'], {
      ...{ call: hours(leave.overdueCallHours), test: hours(leave.returnTestHours) },
    }),
    ...(checkUps.length === 0
      ? []
      : [
          say('checkUps', ['checkUps'], {
            list: listOf(
              checkUps.map(({ fromWeek, everyDays }) =>
                t('programmeRules.says.checkUpEach', { week: fromWeek, length: days(everyDays) }),
              ),
            ),
          }),
        ]),
  ];
}

function testing({ id, drugTests }: Level): readonly Statement[] {
  const say = teller(`/levels/${id}/drugTests`);
  const { atAdmission, random, extraAfter, matrix, panel } = drugTests;
  const each = random.map(({ fromWeek, minimumDays, meanDays, maximumDays }) =>
    t('programmeRules.says.randomEach', {
      ...{ week: fromWeek, minimum: minimumDays, mean: meanDays, maximum: maximumDays },
    }),
  );
  return [
    ...(atAdmission ? [say('testAtAdmission', ['atAdmission'])] : []),
    each.length === 0 ? say('noRandom', ['random']) : say('random', ['random'], { list: listOf(each) }),
    ...(extraAfter.length === 0
      ? []
      : [
          say('extra', ['extraAfter'], {
            list: listOf(extraAfter.map((day) => t(`programmeRules.extraAfter.${day}`))),
          }),
        ]),
    say('panel', ['matrix', 'panel'], { matrix: codeWords('matrix', matrix), list: coded('drugClass', panel) }),
  ];
}
