import type { Programme } from '../programme.ts';
import { coded, codeWords, days, hours, listOf, teller, type Statement } from './say.ts';

/** What tests come to mean, and how fast somebody looks at them. */
export function testsSay({ confirmation, deadlines, drugTesting, uses }: Programme): readonly Statement[] {
  const { validity, repeatedDilute } = drugTesting;
  const say = teller('');
  return [
    confirmation.notRequiredFor.length === 0
      ? say('presumptive', ['confirmation/notRequiredFor'])
      : say('presumptiveCounts', ['confirmation/notRequiredFor'], {
          list: coded('drugClass', confirmation.notRequiredFor),
        }),
    say('confirmation', ['confirmation/escalateAfterDays', 'confirmation/closeAfterDays'], {
      ...{ escalate: days(confirmation.escalateAfterDays), close: days(confirmation.closeAfterDays) },
    }),
    say('reviewWithin', ['deadlines/reviewHours'], { length: hours(deadlines.reviewHours) }),
    say('recollect', ['deadlines/recollectHours', 'deadlines/recollectSameDayHours'], {
      ...{ length: hours(deadlines.recollectHours), sameDay: hours(deadlines.recollectSameDayHours) },
    }),
    say('missedAfter', ['drugTesting/scheduling/missedAfterHours'], {
      length: hours(drugTesting.scheduling.missedAfterHours),
    }),
    say('merge', ['uses/mergeWithinHours'], { length: hours(uses.mergeWithinHours) }),
    say('dilute', ['drugTesting/validity/dilute'], {
      ...{ creatinine: validity.dilute.creatinineBelowMgDl, gravity: validity.dilute.specificGravityBelow },
    }),
    say('repeatedlyDilute', ['drugTesting/repeatedDilute'], {
      ...{ times: repeatedDilute.times, days: repeatedDilute.withinDays },
    }),
  ];
}

export const windowsSay = ({ windows }: Programme): readonly Statement[] =>
  Object.entries(windows).map(([drugClass, { typical, chronic }]) =>
    teller('/windows')(
      'window',
      [`${drugClass}/typical`, `${drugClass}/chronic`],
      { drugClass: codeWords('drugClass', drugClass), typical, chronic },
      drugClass,
    ),
  );

export function medicationSays({ medications, moud, formulary }: Programme): readonly Statement[] {
  const say = teller('/medications');
  const { missedDoses, methadone } = medications;
  const title = (code: string) => formulary[code]?.title ?? code;
  return [
    teller('')('moud', ['moud'], { list: listOf(moud.map(title)) }),
    say('missedDoses', ['missedDoses/usual'], { times: missedDoses.usual }),
    ...Object.entries(missedDoses.byMedication).map(([code, times]) =>
      say('missedDosesOf', [`missedDoses/byMedication/${code}`], { medication: title(code), times }, code),
    ),
    say('longTerm', ['longTermAfterDays'], { length: days(medications.longTermAfterDays) }),
    say('methadone', ['methadone'], { times: methadone.randomTestsPerYear, months: methadone.minimumMonths }),
    ...Object.values(formulary).map(({ code, title: medication, explains, tailDays }) =>
      explains.length === 0
        ? teller('/formulary')('explainsNothing', [`${code}/explains`], { medication }, code)
        : teller('/formulary')(
            'explains',
            [`${code}/explains`, `${code}/tailDays`],
            { medication, list: coded('drugClass', explains), length: days(tailDays) },
            code,
          ),
    ),
  ];
}
