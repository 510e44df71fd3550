import { stepDownGuards } from '@stepway/contracts';
import type { Programme } from '../programme.ts';
import { inSentence } from '../../../marks/levels.ts';
import { ruleWords } from '../../../marks/rules.ts';
import { t } from '../../../texts/texts.ts';
import { coded, codeWords, days, hours, listOf, teller, type Statement } from './say.ts';

/** What leads to more support, in which mode, and how fast. */
export function moreSupportSays({ stepUp, levels }: Programme): readonly Statement[] {
  const say = teller('/stepUp');
  const mode = (name: Programme['stepUp']['mode']) => t(`programmeRules.modes.${name}`);
  const { threshold, withdrawalRisk: risk } = stepUp;
  return [
    say('mode', ['mode'], { mode: mode(stepUp.mode) }),
    ...Object.entries(stepUp.byClass).map(([drugClass, own]) =>
      say(
        'modeOfClass',
        [`byClass/${drugClass}`],
        { drugClass: codeWords('drugClass', drugClass), mode: mode(own) },
        drugClass,
      ),
    ),
    ...stepUp.byAnalytes.map(({ drugClass, analytes, mode: own }) =>
      say(
        'modeOfAnalytes',
        ['byAnalytes'],
        { drugClass: codeWords('drugClass', drugClass), list: listOf(analytes), mode: mode(own) },
        analytes.join(),
      ),
    ),
    say('threshold', ['threshold'], { count: threshold.uses, days: threshold.withinDays }),
    say('stepUpHandOff', ['handOffHours', 'urgentHandOffHours', 'urgentClasses'], {
      length: hours(stepUp.handOffHours),
      list: coded('drugClass', stepUp.urgentClasses),
      urgent: hours(stepUp.urgentHandOffHours),
    }),
    say('proposal', ['proposalHours', 'crisisProposalHours'], {
      ...{ length: hours(stepUp.proposalHours), crisis: hours(stepUp.crisisProposalHours) },
    }),
    {
      id: '/stepUp#atDeadline',
      paths: ['/stepUp/atDeadline'],
      words: t(`programmeRules.says.atDeadline.${stepUp.atDeadline}`),
    },
    ...(stepUp.neverLapses.length === 0
      ? []
      : [say('neverLapses', ['neverLapses'], { list: coded('drugClass', stepUp.neverLapses) })]),
    say('lateReport', ['lateReportDays'], { length: days(stepUp.lateReportDays) }),
    say('fromAftercare', ['fromAftercareTo'], {
      level: inSentence(levels[stepUp.fromAftercareTo]?.title ?? stepUp.fromAftercareTo),
    }),
    say('withdrawalRisk', ['withdrawalRisk'], {
      ...{ dimension: risk.dimension1AtLeast, ciwaAr: risk.ciwaArAtLeast, cows: risk.cowsAtLeast },
      ...{ scales: hours(risk.scaleHours), assessment: hours(risk.assessmentHours) },
    }),
  ];
}

/** What less support asks for, and what a guard does that nothing is known of. */
export function lessSupportSays({ stepDown, assessments }: Programme): readonly Statement[] {
  const say = teller('/stepDown');
  const unknown = stepDown.whenUnknown === 'pass' ? 'guardPasses' : 'guardHolds';
  return [
    say(stepDown.mode === 'automatic' ? 'downAutomatic' : 'downConfirm', ['mode']),
    ...stepDownGuards.map(({ rule, mayBeUnknown = false }) =>
      say(mayBeUnknown ? unknown : 'guard', mayBeUnknown ? ['whenUnknown'] : [], { guard: ruleWords(rule) }, rule),
    ),
    say('downProposal', ['proposalHours'], { length: hours(stepDown.proposalHours) }),
    say('meeting', ['therapistMeetingDays'], { length: days(stepDown.therapistMeetingDays) }),
    teller('/assessments')('indicates', ['indicatesForDays'], { length: days(assessments.indicatesForDays) }),
    teller('/assessments')('edition', ['edition'], { ...assessments.edition }),
  ];
}
