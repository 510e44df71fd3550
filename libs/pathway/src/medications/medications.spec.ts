import {
  by,
  continues,
  day,
  definitive,
  inCareAt,
  opened,
  presumptive,
  stopsTaking,
  takes,
} from '../specs/commands.ts';
import { confirmationRequested, disposed, taskOpened, useWithdrawn } from '../specs/events.ts';
import { given } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');

describe('a positive for a person who takes a medication', () => {
  it('is explained by a medication for opioid use disorder, also on the screen', () => {
    given(inIop, takes('buprenorphine-naloxone', { kind: 'moud' }))
      .when(presumptive([['buprenorphine', 'positive']]))
      .thenIncludes(
        disposed('expected-prescribed', {
          explanation:
            'Explained by a medication: Buprenorphine with naloxone, recorded from 10 days before the collection.',
        }),
      )
      .thenLacks('UseEstablished', 'ConfirmationRequested');
  });

  it('is not explained by a medication for another class: methadone explains no fentanyl', () => {
    given(inIop, takes('methadone'))
      .when(
        definitive([
          ['methadone', 'positive'],
          ['oxycodone', 'positive'],
        ]),
      )
      .thenIncludes(
        disposed('expected-prescribed', { drugClass: 'methadone' }),
        disposed('unexpected-use', { drugClass: 'oxycodone' }),
      );
  });

  it('must be explained in every analyte that was found', () => {
    const opioids = (...analytes: readonly string[]) =>
      definitive(analytes.map((analyte) => ['opioids', 'positive', { analyte }] as const));
    given(inIop, takes('hydrocodone'))
      .when(opioids('Hydrocodone', 'hydromorphone'))
      .thenIncludes(disposed('expected-prescribed'));
    given(inIop, takes('hydrocodone'))
      .when(opioids('hydrocodone', 'morphine'))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, takes('hydrocodone'), takes('morphine'))
      .when(opioids('hydrocodone', 'morphine'))
      .thenIncludes(disposed('expected-prescribed'));
  });

  it('is explained also where the laboratory writes its analyte in Greek', () => {
    given(inIop, takes('alprazolam'))
      .when(definitive([['benzodiazepines', 'positive', { analyte: 'α-Hydroxyalprazolam' }]], { collectedAt: day(40) }))
      .thenIncludes(disposed('expected-prescribed'));
    given(inIop, takes('dronabinol'))
      .when(definitive([['cannabis', 'positive', { analyte: 'THC' }]], { collectedAt: day(40), matrix: 'oral-fluid' }))
      .thenIncludes(disposed('expected-prescribed'));
  });

  it('of heroin is never explained', () => {
    given(inIop, takes('other', { drugClasses: ['heroin', 'opioids'] }), takes('morphine'))
      .when(definitive([['heroin', 'positive']]))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('is explained through the tail after the last dose, and not beyond', () => {
    const stopped = [takes('methadone'), stopsTaking('methadone', day(10))];
    given(inIop, stopped)
      .when(definitive([['methadone', 'positive']], { collectedAt: day(20) }))
      .thenIncludes(disposed('expected-prescribed'));
    given(inIop, stopped)
      .when(definitive([['methadone', 'positive']], { collectedAt: plusHours(day(20), 1) }))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('is explained by a medication that was taken beyond its planned end, as its recorded end says', () => {
    const taken = [takes('methadone', { to: day(20) }), stopsTaking('methadone', day(28))];
    given(inIop, taken)
      .when(definitive([['methadone', 'positive']], { collectedAt: day(35) }))
      .thenIncludes(disposed('expected-prescribed'));
    given(inIop, takes('methadone', { to: day(5) }), definitive([['methadone', 'positive']], { collectedAt: day(16) }))
      .when(stopsTaking('methadone', day(17)))
      .thenIncludes(disposed('expected-prescribed'), useWithdrawn());
  });

  it('is not explained by one that began after the collection', () => {
    given(inIop, takes('methadone', { from: day(12) }))
      .when(definitive([['methadone', 'positive']], { collectedAt: day(11), recordedAt: day(13) }))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('is confirmed where the medication explains only a named isomer', () => {
    given(inIop, takes('selegiline'))
      .when(presumptive([['methamphetamine', 'positive']]))
      .thenIncludes(disposed('awaiting-confirmation'));
    given(inIop, takes('selegiline'))
      .when(definitive([['methamphetamine', 'positive', { analyte: 'l-methamphetamine' }]]))
      .thenIncludes(disposed('expected-prescribed'));
    for (const named of [{}, { analyte: 'methamphetamine' }])
      given(inIop, takes('selegiline'))
        .when(definitive([['methamphetamine', 'positive', named]]))
        .thenIncludes(disposed('awaiting-confirmation'), confirmationRequested())
        .thenLacks('UseEstablished');
    given(inIop, takes('selegiline'), definitive([['methamphetamine', 'positive']]))
      .when(definitive([['methamphetamine', 'positive', { analyte: 'd-methamphetamine' }]], { reportedAt: day(12) }))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, takes('selegiline'), definitive([['methamphetamine', 'positive']]))
      .when(definitive([['methamphetamine', 'positive', { analyte: 'l-methamphetamine' }]], { reportedAt: day(12) }))
      .thenIncludes(disposed('expected-prescribed'));
  });

  it('goes to a clinician where the programme wants that: medical cannabis', () => {
    given(inIop, takes('medical-cannabis'))
      .when(definitive([['cannabis', 'positive']], { collectedAt: day(40) }))
      .thenIncludes(disposed('awaiting-review', { rule: 'expected-prescribed' }));
  });

  it('is judged again when the medication is recorded late: the use is withdrawn', () => {
    given(inIop, definitive([['oxycodone', 'positive']]))
      .when({ ...takes('oxycodone', { from: day(9) }), occurredAt: day(12) })
      .thenIncludes(disposed('expected-prescribed'), useWithdrawn());
  });

  it('is judged again when the end of the medication is recorded late: a use is established', () => {
    given(inIop, takes('oxycodone'), definitive([['oxycodone', 'positive']]))
      .when({ ...stopsTaking('oxycodone', day(2)), occurredAt: day(12) })
      .thenIncludes(disposed('unexpected-use'), { type: 'UseEstablished' });
  });
});

describe('a negative for a person who takes a medication', () => {
  const buprenorphine = takes('buprenorphine', { kind: 'moud' });

  it('is an unexpected absence from 72 hours after the start: about safety, never a step up', () => {
    given(inIop, buprenorphine)
      .when(presumptive([['buprenorphine', 'negative']], { collectedAt: day(3) }))
      .thenIncludes(disposed('unexpected-absence'), taskOpened('medication-safety-review'))
      .thenLacks('UseEstablished', 'TransitionConsidered');
  });

  it('is just negative before that, as needed, or after the end', () => {
    const negative = presumptive([['buprenorphine', 'negative']], { collectedAt: plusHours(day(3), -1) });
    given(inIop, buprenorphine).when(negative).thenIncludes(disposed('negative'));
    given(inIop, takes('buprenorphine', { scheduled: false }))
      .when(presumptive([['buprenorphine', 'negative']]))
      .thenIncludes(disposed('negative'));
    given(inIop, buprenorphine, stopsTaking('buprenorphine', day(9)))
      .when(presumptive([['buprenorphine', 'negative']]))
      .thenIncludes(disposed('negative'));
  });

  it('says nothing on a screen that cannot see the medication: lorazepam', () => {
    given(inIop, takes('lorazepam'))
      .when(presumptive([['benzodiazepines', 'negative']]))
      .thenIncludes(disposed('negative'));
    given(inIop, takes('lorazepam'))
      .when(definitive([['benzodiazepines', 'negative']]))
      .thenIncludes(disposed('unexpected-absence'));
  });

  it('says nothing where the laboratory looked for other analytes', () => {
    given(inIop, takes('morphine'))
      .when(definitive([['opioids', 'negative', { analyte: 'hydrocodone' }]]))
      .thenIncludes(disposed('negative'));
  });

  it('is never expected of a medication recorded without expected presence', () => {
    given(inIop, takes('methadone', { expectedPresence: false }))
      .when(definitive([['methadone', 'negative']]))
      .thenIncludes(disposed('negative'));
  });
});

describe('recording a medication', () => {
  it('may narrow what the formulary explains, never widen it', () => {
    given(inIop)
      .when(takes('butalbital-codeine', { drugClasses: ['barbiturates'] }))
      .thenIncludes({
        type: 'MedicationRecorded',
      });
    given(inIop, takes('butalbital-codeine', { drugClasses: ['barbiturates'] }))
      .when(definitive([['opioids', 'positive']]))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop)
      .when(takes('methadone', { drugClasses: ['fentanyl'] }))
      .thenRejects('WidensFormulary');
  });

  it('may narrow the analytes that it explains', () => {
    const nordiazepam = definitive([['benzodiazepines', 'positive', { analyte: 'nordiazepam' }]], {
      collectedAt: day(40),
    });
    given(inIop, takes('diazepam', { analytes: ['Oxazepam'] }))
      .when(nordiazepam)
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, takes('diazepam', { analytes: ['oxazepam', 'nordiazepam'] }))
      .when(nordiazepam)
      .thenIncludes(disposed('expected-prescribed'));
    given(inIop)
      .when(takes('diazepam', { analytes: ['alprazolam'] }))
      .thenRejects('WidensFormulary');
  });

  it('may widen it with the reason of a prescriber, but never to heroin', () => {
    const reason = { sealed: 'kid.nonce.words' };
    const wider = { ...takes('tramadol', { drugClasses: ['other', 'opioids'] }), reason };
    given(inIop, wider)
      .when(definitive([['opioids', 'positive']]))
      .thenIncludes(disposed('expected-prescribed'));
    given(inIop)
      .when({ ...wider, actor: by('nurse') })
      .thenRejects('WidensFormulary');
    given(inIop)
      .when(takes('tramadol', { drugClasses: ['other', 'opioids'] }))
      .thenRejects('WidensFormulary');
    given(inIop)
      .when({ ...takes('morphine', { drugClasses: ['opioids', 'heroin'] }), reason })
      .thenRejects('WidensFormulary');
  });

  it('names its classes where it is not in the formulary', () => {
    given(inIop).when(takes('other')).thenRejects('DrugClassesRequired');
    given(inIop).when(takes('a-new-one')).thenRejects('UnknownMedication');
  });

  it('said twice is no news, also after it ended; other content under the same id is refused', () => {
    given(inIop, takes('methadone'), stopsTaking('methadone', day(5)))
      .when(takes('methadone'))
      .thenNothing();
    given(inIop, takes('methadone'))
      .when(takes('methadone', { from: day(1) }))
      .thenRejects('MedicationConflict');
  });

  it('ends once, after it began', () => {
    const taken = takes('methadone', { from: day(1) });
    given(inIop, taken, stopsTaking('methadone', day(5)))
      .when(stopsTaking('methadone', day(5)))
      .thenNothing();
    given(inIop, taken, stopsTaking('methadone', day(5)))
      .when(stopsTaking('methadone', day(6)))
      .thenRejects('MedicationConflict');
    given(inIop, taken)
      .when({ ...stopsTaking('methadone', day(0)), occurredAt: day(2) })
      .thenRejects('EndsBeforeItBegins');
    given(inIop)
      .when(stopsTaking('methadone', day(0)))
      .thenRejects('UnknownMedicationRecord');
  });

  it('cannot begin in the future, and may be known before admission', () => {
    given(inIop)
      .when({ ...takes('methadone', { from: day(5) }), occurredAt: day(4) })
      .thenRejects('InTheFuture');
    given(opened())
      .when(takes('methadone', { from: day(-7) }))
      .thenIncludes({ type: 'MedicationRecorded' });
  });
});

describe('the next dose of a medication', () => {
  const taking = [...inIop, takes('methadone', { kind: 'moud' })];

  it('is arranged, and arranged anew', () => {
    given(taking)
      .when(continues('methadone', day(3), day(5)))
      .thenIncludes(happened('MedicationContinuityArranged', { nextDoseAt: day(5) }));
    const { journey } = given(taking, continues('methadone', day(3), day(5))).when(
      continues('methadone', day(4), day(6)),
    );
    expect(journey.medications).toMatchObject([{ nextDose: { at: day(6), arrangedAt: day(4) } }]);
  });

  it('belongs to a medication that is recorded, and does not end before it', () => {
    given(inIop)
      .when(continues('methadone', day(3), day(5)))
      .thenRejects('UnknownMedicationRecord');
    given(taking, stopsTaking('methadone', day(4)))
      .when(continues('methadone', day(4), day(5)))
      .thenRejects('MedicationConflict');
  });

  it('does not make the same medication record another one', () => {
    given(taking, continues('methadone', day(3), day(5)))
      .when(takes('methadone', { kind: 'moud' }))
      .thenNothing();
  });
});
