import { day, inCareAt, opened } from '../specs/commands.ts';
import { given } from '../specs/given.ts';
import { discharged, happened } from '../specs/moves.ts';
import { treatedElsewhere } from '../specs/safety.ts';

const inIop = inCareAt('iop');
const morphine = [{ medication: 'morphine' }];

describe('care given elsewhere', () => {
  it('is recorded whenever it becomes known: before admission, in care and after discharge', () => {
    for (const before of [[opened()], inIop, [...inIop, discharged('dropped-out', day(5))]]) {
      given(before)
        .when(treatedElsewhere(day(-3), { at: day(6), kind: 'procedure' }))
        .thenIncludes(happened('ExternalEncounterRecorded', { kind: 'procedure', from: day(-3) }));
    }
  });

  it('is told again when the end and the list of drugs given become known', () => {
    const { journey } = given(inIop, treatedElsewhere(day(2))).when(
      treatedElsewhere(day(2), { at: day(5), drugsGiven: morphine }),
      treatedElsewhere(day(2), { at: day(6), to: day(4) }),
    );
    expect(journey.externalEncounters).toMatchObject([
      { encounterId: 'e1', kind: 'hospital', from: day(2), to: day(4), drugsGiven: morphine, drugsGivenAt: day(5) },
    ]);
  });

  it('is known when told again without anything new', () => {
    const told = given(inIop, treatedElsewhere(day(2), { drugsGiven: morphine }));
    told.when(treatedElsewhere(day(2), { at: day(3), drugsGiven: morphine })).thenNothing();
    told.when(treatedElsewhere(day(2), { at: day(3) })).thenNothing();
  });

  it('is not told otherwise: what was entered in error is withdrawn', () => {
    const told = given(inIop, treatedElsewhere(day(2), { drugsGiven: morphine }));
    told.when(treatedElsewhere(day(1), { at: day(3) })).thenRejects('EncounterConflict');
    told.when(treatedElsewhere(day(2), { at: day(3), kind: 'procedure' })).thenRejects('EncounterConflict');
    told.when(treatedElsewhere(day(2), { at: day(3), drugsGiven: 'none' })).thenRejects('EncounterConflict');
  });

  it('lies in the past, in its order, and names drugs that the formulary has', () => {
    given(inIop)
      .when(treatedElsewhere(day(3), { at: day(2) }))
      .thenRejects('InTheFuture');
    given(inIop)
      .when(treatedElsewhere(day(3), { at: day(4), to: day(2) }))
      .thenRejects('EndsBeforeItBegins');
    given(inIop)
      .when(treatedElsewhere(day(3), { drugsGiven: [{ medication: 'moonshine' }] }))
      .thenRejects('UnknownMedication');
    given(inIop)
      .when(treatedElsewhere(day(3), { drugsGiven: [{ medication: 'other' }] }))
      .thenRejects('DrugClassesRequired');
    given()
      .when(treatedElsewhere(day(3)))
      .thenRejects('EpisodeNotOpened');
  });
});
