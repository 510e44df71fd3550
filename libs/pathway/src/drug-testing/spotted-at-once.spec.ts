import { admission, day, definitive, inCareAt, presumptive, takes } from '../specs/commands.ts';
import { disposed, taskOpened } from '../specs/events.ts';
import { given } from '../specs/given.ts';

/** What a clinician would spot at once if a drug test were taken for more, or less, than it is. */
const inIop = inCareAt('iop');

describe('a person in IOP who takes what was prescribed', () => {
  it.each([
    [
      'methadone',
      [
        ['methadone', 'positive', { analyte: 'methadone' }],
        ['methadone', 'positive', { analyte: 'eddp' }],
      ],
    ],
    ['buprenorphine-naloxone', [['buprenorphine', 'positive']]],
    ['mixed-amphetamine-salts', [['amphetamines', 'positive']]],
  ] as const)('error 2: is not moved by finding it: %s', (medication, found) => {
    given(inIop, takes(medication))
      .when(definitive(found))
      .thenIncludes(disposed('expected-prescribed'))
      .thenLacks('UseEstablished', 'TransitionStarted', 'TransitionProposed');
  });

  it('error 2: is asked about the medication when it is not found, and keeps it', () => {
    given(inIop, takes('buprenorphine-naloxone', { kind: 'moud' }))
      .when(definitive([['buprenorphine', 'negative']]))
      .thenIncludes(disposed('unexpected-absence'), taskOpened('medication-safety-review'))
      .thenLacks('UseEstablished', 'TransitionStarted', 'TransitionProposed', 'MedicationEnded');
  });
});

describe('a screen', () => {
  it('error 3: moves no one before it is confirmed', () => {
    given(inIop)
      .when(presumptive([['cocaine', 'positive']]))
      .thenIncludes(disposed('awaiting-confirmation'), { type: 'ConfirmationRequested' })
      .thenLacks('UseEstablished', 'TransitionStarted', 'TransitionProposed');
  });

  it('error 3: that was confirmed in error is taken back for all to see, with the move that it began', () => {
    const specimenId = 'S-1';
    given(inIop, definitive([['cocaine', 'positive']], { specimenId }))
      .when(definitive([['cocaine', 'negative']], { specimenId, status: 'corrected', reportedAt: day(12) }))
      .thenIncludes(disposed('negative'), { type: 'UseWithdrawn' }, { type: 'TransitionCancelled' });
  });
});

describe('a positive at admission', () => {
  it('error 5: is where the person begins: no new use, no move', () => {
    given(inIop)
      .when(definitive([['fentanyl', 'positive']], { collectedAt: admission, collectionReason: 'admission' }))
      .thenIncludes(disposed('baseline'))
      .thenLacks('UseEstablished', 'TransitionStarted', 'TransitionProposed');
  });
});

describe('a specimen that cannot be relied on', () => {
  it('error 6: is neither positive nor negative when it is dilute: it is collected again', () => {
    given(inIop)
      .when(definitive([['cocaine', 'negative']], { validity: { finding: 'dilute' } }))
      .thenIncludes(disposed('recollect'), taskOpened('new-collection'))
      .thenLacks('UseEstablished', 'TransitionStarted')
      .thenLacks(disposed('negative'));
  });

  it('error 6: is looked at by a person when it was substituted or adulterated, and moves no one until then', () => {
    for (const finding of ['substituted', 'adulterated'] as const)
      given(inIop)
        .when(definitive([['cocaine', 'negative']], { validity: { finding } }))
        .thenIncludes(disposed('integrity-concern'), taskOpened('review-drug-test'))
        .thenLacks('UseEstablished', 'TransitionStarted', 'TransitionProposed');
  });
});

describe('a positive for cannabis in every week', () => {
  it('error 4: is one use with one move, however many specimens show what is left of it', () => {
    const weeks = [40, 47, 54, 61, 68].map((on) =>
      definitive([['cannabis', 'positive']], { specimenId: `S-${on}`, collectedAt: day(on) }),
    );
    const { events } = given(inIop).when(...weeks);
    const dispositions = events.flatMap(({ type, data }) => (type === 'DrugTestDisposed' ? [data.disposition] : []));
    const uses = events.flatMap(({ type, data }) => (type === 'UseEstablished' ? [data.useId] : []));
    expect(dispositions).toEqual(['unexpected-use', 'residual', 'residual', 'residual', 'residual']);
    expect(new Set(uses).size).toBe(1);
    expect(events.filter(({ type }) => type === 'TransitionStarted')).toHaveLength(1);
  });
});
