import { day, definitive, inCareAt, missesDoses, presumptive, takes } from '../specs/commands.ts';
import { disposed, taskOpened, useWithdrawn } from '../specs/events.ts';
import { given, givenWith, timePasses } from '../specs/given.ts';
import { done, happened } from '../specs/moves.ts';
import { isBack, leaves, treatedElsewhere } from '../specs/safety.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';
import type { ClassResult } from './commands.ts';

const inIop = inCareAt('iop');
type Fields = Parameters<typeof definitive>[1];

describe('rule 9: a pattern that contradicts the medication', () => {
  const onMethadone = [...inIop, takes('methadone', { kind: 'moud' })];
  const onBuprenorphine = [...inIop, takes('buprenorphine-naloxone', { kind: 'moud' })];
  const methadone = (eddp: 'positive' | 'negative', fields: Fields = {}) =>
    definitive(
      [
        ['methadone', 'positive', { analyte: 'methadone' }],
        ['methadone', eddp, { analyte: 'EDDP' }],
      ],
      fields,
    );
  const buprenorphine = (amount: number, nor: Partial<ClassResult> & { found?: 'positive' | 'negative' }) => {
    const { found = 'positive', ...more } = nor;
    return definitive([
      ['buprenorphine', 'positive', { analyte: 'buprenorphine', amount, unit: 'ng/mL' }],
      ['buprenorphine', found, { analyte: 'norbuprenorphine', unit: 'ng/mL', ...more }],
    ]);
  };

  it('methadone without EDDP asks for a safety review, never for more support', () => {
    given(onMethadone)
      .when(methadone('negative'))
      .thenIncludes(
        disposed('unexpected-pattern', {
          rule: 'unexpected-pattern',
          explanation:
            'Methadone was found, but no EDDP beside methadone, which does not fit with taking it. Please talk about how taking it is going and whether it is safe; the medication goes on.',
        }),
        taskOpened('medication-safety-review'),
      )
      .thenLacks('UseEstablished', 'TransitionConsidered', 'MedicationEnded');
    given(onMethadone).when(methadone('positive')).thenIncludes(disposed('expected-prescribed'));
  });

  it('says nothing where EDDP was not looked for, on a screen, or in another matrix', () => {
    const alone = [['methadone', 'positive', { analyte: 'methadone' }]] as const;
    given(onMethadone).when(definitive(alone)).thenIncludes(disposed('expected-prescribed'));
    given(onMethadone).when(presumptive(alone)).thenIncludes(disposed('expected-prescribed'));
    given(onMethadone)
      .when(methadone('negative', { matrix: 'oral-fluid' }))
      .thenIncludes(disposed('expected-prescribed'));
  });

  it('has not settled in the first 72 hours, nor after missed doses', () => {
    given(onMethadone)
      .when(methadone('negative', { collectedAt: plusHours(day(3), -1) }))
      .thenIncludes(disposed('expected-prescribed'));
    given(onMethadone)
      .when(methadone('negative', { collectedAt: day(3) }))
      .thenIncludes(disposed('unexpected-pattern'));
    given(onMethadone, missesDoses('methadone', day(8)))
      .when(methadone('negative'))
      .thenIncludes(disposed('expected-prescribed'));
  });

  it('norbuprenorphine below 0.02 of buprenorphine is unexpected, to 0.26 for a review, above it usual', () => {
    const ratio = (amount: number) => given(onBuprenorphine).when(buprenorphine(1000, { amount }));
    ratio(19).thenIncludes(disposed('unexpected-pattern'));
    ratio(20).thenIncludes(
      disposed('awaiting-review', { rule: 'unexpected-pattern' }),
      taskOpened('review-drug-test', { role: 'prescriber', dueAt: day(11) }),
    );
    ratio(260).thenIncludes(disposed('awaiting-review'));
    ratio(261).thenIncludes(disposed('expected-prescribed'));
  });

  it('norbuprenorphine that was not found counts as what the laboratory could have seen', () => {
    given(onBuprenorphine)
      .when(buprenorphine(1000, { found: 'negative', cutoff: 5 }))
      .thenIncludes(disposed('unexpected-pattern'));
    given(onBuprenorphine)
      .when(buprenorphine(10, { found: 'negative', cutoff: 5 }))
      .thenIncludes(disposed('expected-prescribed'));
    given(onBuprenorphine)
      .when(buprenorphine(1000, { found: 'negative' }))
      .thenIncludes(disposed('unexpected-pattern'));
  });

  it('of a person who does not take it is no pattern but a use', () => {
    given(inIop)
      .when(methadone('negative', { collectedAt: day(20) }))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('asks until the medication is found as it should be', () => {
    given(onMethadone, methadone('negative'))
      .when(methadone('positive', { collectedAt: day(12) }))
      .thenIncludes(happened('TaskCompleted', { taskId: 'episode-1.task.medication-safety-review.S-2026-05-14T12' }));
  });
});

describe('rule 12: a positive after care elsewhere', () => {
  const fentanyl = (collectedAt = day(40)) => definitive([['fentanyl', 'positive']], { collectedAt });
  const hospital = treatedElsewhere(day(37), { to: day(38), at: day(38) });

  it('waits for the list of drugs given, which is asked for within 24 hours', () => {
    given(inIop, hospital)
      .when(fentanyl())
      .thenIncludes(
        disposed('awaiting-review', {
          rule: 'given-in-hospital',
          explanation:
            'Fentanyl: positive, collected 2 days after a hospital stay. A drug given there may explain it. Please ask for the list of drugs given; that decides.',
        }),
        taskOpened('drugs-given-list', { role: 'nurse', subject: 'e1', dueAt: day(41) }),
      )
      .thenLacks({ type: 'UseEstablished' }, taskOpened('review-drug-test'));
  });

  it('is explained by what was given there, once the list is in', () => {
    given(inIop, hospital, fentanyl())
      .when(treatedElsewhere(day(37), { drugsGiven: [{ medication: 'fentanyl-anaesthesia' }], at: day(41) }))
      .thenIncludes(
        disposed('expected-prescribed'),
        happened('TaskCompleted', { taskId: 'episode-1.task.drugs-given-list.e1' }),
      );
  });

  it('is a use when nothing that explains it was given, and through the tail only', () => {
    given(inIop, hospital, fentanyl())
      .when(treatedElsewhere(day(37), { drugsGiven: 'none', at: day(41) }))
      .thenIncludes(disposed('unexpected-use'), { type: 'UseEstablished' });
    given(inIop, treatedElsewhere(day(36), { to: day(36), drugsGiven: [{ medication: 'fentanyl-anaesthesia' }] }))
      .when(fentanyl())
      .thenIncludes(disposed('unexpected-use'));
  });

  it('withdraws a use when the care becomes known after the result', () => {
    given(inIop, fentanyl())
      .when(treatedElsewhere(day(37), { to: day(38), at: day(41) }))
      .thenIncludes(disposed('awaiting-review'), useWithdrawn(), happened('TransitionCancelled'));
  });

  it('waits within the window of the class, for classes that are given there, where drugs are given', () => {
    const after = (drugClass: 'opioids' | 'cocaine', collectedAt: string) =>
      definitive([[drugClass, 'positive']], { collectedAt });
    given(inIop, hospital)
      .when(after('opioids', day(41)))
      .thenIncludes(disposed('awaiting-review'));
    given(inIop, hospital)
      .when(after('opioids', plusHours(day(41), 1)))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, hospital)
      .when(after('cocaine', day(39)))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, hospital)
      .when(after('opioids', day(36)))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, treatedElsewhere(day(37), { kind: 'overdose-reversal' }))
      .when(after('opioids', day(39)))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('waits also after a leave that was spent in hospital, from its beginning until its end is known', () => {
    const opioids = (collectedAt: string) => definitive([['opioids', 'positive']], { collectedAt });
    const inHospital = [...inIop, leaves(day(36), 'hospital')];
    given(inHospital)
      .when(opioids(day(44)))
      .thenIncludes(disposed('awaiting-review', { rule: 'given-in-hospital' }));
    given(inHospital, opioids(day(44)))
      .when(isBack(day(40), day(45)))
      .thenIncludes(disposed('unexpected-use'));
    given(inHospital, isBack(day(40)), opioids(day(42)))
      .when(treatedElsewhere(day(38), { to: day(39), drugsGiven: [{ medication: 'morphine' }], at: day(43) }))
      .thenIncludes(disposed('expected-prescribed'));
    given(inIop, opioids(day(40)))
      .when(leaves(day(36), 'hospital', { toldAt: day(41) }))
      .thenIncludes(disposed('awaiting-review'), useWithdrawn());
    given(inIop, leaves(day(36), 'jail'))
      .when(opioids(day(40)))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('asks for the list once: after a hospital leave it is asked for by itself', () => {
    const list = taskOpened('drugs-given-list', { subject: 'l1' });
    const back = [...inIop, leaves(day(36), 'hospital'), isBack(day(40))];
    const opioids = definitive([['opioids', 'positive']], { collectedAt: day(41) });
    given(back).when(opioids).thenLacks(list);
    given(back, done('episode-1.task.medication-list.l1', plusHours(day(40), 1)))
      .when(opioids)
      .thenIncludes(list);
  });

  it('is also for a screen: no confirmation is ordered before the list is in', () => {
    given(inIop, hospital)
      .when(presumptive([['benzodiazepines', 'positive']], { collectedAt: day(40) }))
      .thenIncludes(disposed('awaiting-review', { rule: 'given-in-hospital' }))
      .thenLacks('ConfirmationRequested');
  });
});

describe('rule 15: less than is evidence', () => {
  const alcohol = (etg: number, ets: 'positive' | 'negative' | undefined, fields: Fields = {}) =>
    definitive(
      [
        ['alcohol', 'positive', { analyte: 'EtG', amount: etg, unit: 'ng/mL' }],
        ...(ets ? [['alcohol', ets, { analyte: 'EtS' }] as const] : []),
      ],
      fields,
    );
  const opiate = (analyte: string, amount: number, unit = 'ng/mL') =>
    definitive([['opioids', 'positive', { analyte, amount, unit }]]);

  it('EtG below 500, or without EtS, is inconclusive: a talk and another specimen', () => {
    given(inIop)
      .when(alcohol(499, 'positive'))
      .thenIncludes(
        disposed('inconclusive', {
          rule: 'below-evidence-floor',
          explanation:
            'Alcohol: positive, but EtG is below 500 ng/mL. That may have another cause than use. Please talk with the person, and test again.',
        }),
        taskOpened('talk-about-result', { role: 'therapist' }),
        taskOpened('new-collection', { dueAt: day(13) }),
      )
      .thenLacks('UseEstablished');
    given(inIop).when(alcohol(2000, 'negative')).thenIncludes(disposed('inconclusive'));
    given(inIop).when(alcohol(2000, undefined)).thenIncludes(disposed('inconclusive'));
    given(inIop).when(alcohol(500, 'positive')).thenIncludes(disposed('unexpected-use'));
  });

  it('morphine and codeine below 2000 without 6-AM may be poppy seeds', () => {
    given(inIop).when(opiate('morphine', 1999)).thenIncludes(disposed('inconclusive'));
    given(inIop).when(opiate('morphine', 2000)).thenIncludes(disposed('unexpected-use'));
    given(inIop).when(opiate('codeine', 300)).thenIncludes(disposed('inconclusive'));
    given(inIop).when(opiate('hydrocodone', 300)).thenIncludes(disposed('unexpected-use'));
  });

  it('is use all the same beside 6-AM, by whichever name, or beside another opioid', () => {
    const morphine = ['opioids', 'positive', { analyte: 'morphine', amount: 300, unit: 'ng/mL' }] as const;
    given(inIop)
      .when(definitive([morphine, ['opioids', 'positive', { analyte: '6-Acetylmorphine' }]]))
      .thenIncludes(disposed('unexpected-use', { drugClass: 'opioids' }));
    given(inIop)
      .when(definitive([morphine, ['heroin', 'positive']]))
      .thenIncludes(disposed('unexpected-use', { drugClass: 'opioids' }));
    given(inIop)
      .when(definitive([morphine, ['opioids', 'positive', { analyte: 'hydrocodone' }]]))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('looks past what a medication explains: hydrocodone prescribed, a little morphine beside it', () => {
    given(inIop, takes('hydrocodone'))
      .when(
        definitive([
          ['opioids', 'positive', { analyte: 'hydrocodone', amount: 900, unit: 'ng/mL' }],
          ['opioids', 'positive', { analyte: 'morphine', amount: 300, unit: 'ng/mL' }],
        ]),
      )
      .thenIncludes(disposed('inconclusive', { rule: 'below-evidence-floor' }));
  });

  it('reads other units, and says nothing where no amount is given', () => {
    given(inIop)
      .when(opiate('morphine', 1.9, 'µg/mL'))
      .thenIncludes(disposed('inconclusive'));
    given(inIop)
      .when(opiate('morphine', 2.1, 'mg/L'))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop)
      .when(definitive([['opioids', 'positive', { analyte: 'morphine' }]]))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('is for definitive results in urine: a screen goes on to its confirmation', () => {
    given(inIop)
      .when(presumptive([['alcohol', 'positive', { analyte: 'EtG', amount: 200, unit: 'ng/mL' }]]))
      .thenIncludes(disposed('awaiting-confirmation'));
    given(inIop)
      .when(alcohol(300, undefined, { matrix: 'sweat' }))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('is use when the person tells of it', () => {
    given(inIop)
      .when(alcohol(200, 'positive', { acknowledgedUse: true }))
      .thenIncludes(disposed('unexpected-use', { rule: 'acknowledged-use' }));
  });

  it('asks for the talk until somebody says that it was had', () => {
    const taskId = 'episode-1.task.talk-about-result.S-2026-05-14T12';
    given(inIop, alcohol(200, 'positive'))
      .when(done(taskId, day(11)), timePasses(day(30)))
      .thenIncludes(happened('TaskCompleted', { taskId }))
      .thenLacks(taskOpened('talk-about-result'));
  });
});

describe('cannabis beyond its window', () => {
  const at = (collectedAt: string, amount: number) =>
    definitive([['cannabis', 'positive', { amount, unit: 'ng/mL', method: 'LC-MS/MS' }]], {
      collectedAt,
      laboratory: 'north',
      validity: { finding: 'valid', creatinineMgDl: 100 },
    });
  const cleared = definitive([['cannabis', 'negative']], { collectedAt: day(28) });

  it('with a falling level goes to a clinician, and is no use', () => {
    given(inIop, at(day(25), 100))
      .when(at(day(35), 60))
      .thenIncludes(disposed('awaiting-review', { rule: 'falling-level' }))
      .thenLacks('UseEstablished');
  });

  it('is a use when the level does not fall, was cleared in between, or cannot be compared', () => {
    given(inIop, at(day(25), 100))
      .when(at(day(35), 100))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, at(day(25), 100), cleared)
      .when(at(day(35), 60))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop)
      .when(at(day(35), 60))
      .thenIncludes(disposed('unexpected-use'));
  });
});

describe('a screen that a medication may make positive by itself', () => {
  const waived = {
    ...standardFour,
    confirmation: { ...standardFour.confirmation, notRequiredFor: ['cannabis'] as const },
  };
  const screen = presumptive([['cannabis', 'positive']], { collectedAt: day(40) });

  it('is confirmed also where the programme asks for no confirmation', () => {
    givenWith({ programme: waived }, inIop).when(screen).thenIncludes(disposed('unexpected-use'));
    givenWith({ programme: waived }, inIop, takes('efavirenz'))
      .when(screen)
      .thenIncludes(
        disposed('awaiting-confirmation', {
          explanation:
            'Cannabis: positive on the screen, not confirmed. Efavirenz alone may make it positive, so a confirmation decides.',
        }),
      );
  });
});

describe('an opioid beside naltrexone', () => {
  it('is unexpected and urgent, also buprenorphine', () => {
    given(inIop, takes('naltrexone-depot', { kind: 'moud' }))
      .when(definitive([['buprenorphine', 'positive']], { collectedAt: day(20) }))
      .thenIncludes(disposed('unexpected-use'), taskOpened('overdose-check'), {
        type: 'TransitionStarted',
        data: { targetAt: day(21) },
      });
    given(inIop)
      .when(definitive([['buprenorphine', 'positive']], { collectedAt: day(20) }))
      .thenLacks(happened('TransitionStarted', { targetAt: day(21) }));
  });
});
