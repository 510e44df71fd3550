import { day, inCareAt } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { discharged } from '../specs/moves.ts';
import { isBack, leaves, treatedElsewhere } from '../specs/safety.ts';
import { idOf } from '../specs/withdrawn-facts.ts';
import { plusMinutes, type Instant } from '../time.ts';
import { careElsewhere, touchedSince } from './care-elsewhere.ts';

const residential = inCareAt('residential');
/** In hospital from day 2 to day 5, from here or as the hospital tells. */
const stay = [leaves(day(2), 'hospital'), isBack(day(5))];
const encounter = (from: Instant, to?: Instant) =>
  treatedElsewhere(from, { at: day(20), ...(to !== undefined && { to }) });
const subjects = (...steps: readonly Step[]) =>
  careElsewhere(given(residential).when(...steps).journey).map(({ subject }) => subject);
const [before, after] = [(at: Instant) => plusMinutes(at, -1), (at: Instant) => plusMinutes(at, 1)];

describe('care elsewhere', () => {
  it('is a leave in hospital, until its return or without an end', () => {
    const { journey, events } = given(residential).when(...stay);
    const eventId = idOf('LeaveStarted', events);
    const known = { subject: 'l1', kind: 'hospital', from: day(2), eventId };
    expect(careElsewhere(journey)).toEqual([{ ...known, to: day(5) }]);
    const away = given(residential).when(leaves(day(2), 'hospital')).journey;
    expect(careElsewhere(away)).toMatchObject([{ to: '~' }]);
  });

  it('ends with no discharge from here: the hospital knows nothing of it', () => {
    const { journey } = given(residential).when(leaves(day(2), 'hospital'), discharged('other', day(4)));
    expect(careElsewhere(journey)).toMatchObject([{ subject: 'l1', to: '~' }]);
  });

  it('is no time in jail, nor a short leave', () => {
    expect(subjects(leaves(day(2), 'jail'))).toEqual([]);
    expect(subjects(leaves(day(2), 'pass', { expectedReturnAt: day(3) }))).toEqual([]);
  });

  it('that has no end known is of its beginning', () => {
    const { journey } = given(residential).when(encounter(day(2)));
    expect(careElsewhere(journey)).toMatchObject([{ subject: 'e1', from: day(2), to: day(2) }]);
    expect(careElsewhere(journey)[0]).not.toHaveProperty('drugsGiven');
  });

  it.each<[string, Step, readonly string[]]>([
    ['within the leave', encounter(day(3), day(4)), ['e1']],
    ['that ends as the leave begins', encounter(day(1), day(2)), ['e1']],
    ['that ends before it', encounter(day(1), before(day(2))), ['e1', 'l1']],
    ['that begins as the leave ends', encounter(day(5), day(6)), ['e1']],
    ['that begins after it', encounter(after(day(5)), day(6)), ['e1', 'l1']],
    ['of a moment within it', encounter(day(3)), ['e1']],
  ])('is told once where an encounter is of the same stay: one %s', (_, told, expected) => {
    expect(subjects(...stay, told)).toEqual(expected);
  });

  it('is told once also while nobody knows of a return', () => {
    expect(subjects(leaves(day(2), 'hospital'), encounter(day(9), day(10)))).toEqual(['e1']);
    expect(subjects(leaves(day(2), 'hospital'), encounter(day(0), day(1)))).toEqual(['e1', 'l1']);
  });
});

describe('since when an encounter changes what results mean', () => {
  const since = (from: Instant, ...steps: readonly Step[]) =>
    touchedSince(given(residential).when(...steps).journey, from);
  it.each<[string, Instant, readonly Step[], Instant]>([
    ['nothing else is known', day(3), [], day(3)],
    ['it lies in a stay in hospital', day(3), stay, day(2)],
    ['it begins as the stay ends', day(5), stay, day(2)],
    ['it begins after the stay', after(day(5)), stay, after(day(5))],
    ['it begins with the stay', day(2), stay, day(2)],
    ['it begins before the stay', day(1), stay, day(1)],
    ['nobody knows of a return', day(9), [leaves(day(2), 'hospital')], day(2)],
    ['the person was in jail', day(3), [leaves(day(2), 'jail'), isBack(day(5))], day(3)],
    [
      'a discharge ended the leave, not the stay',
      day(9),
      [leaves(day(2), 'hospital'), discharged('other', day(4))],
      day(2),
    ],
  ])('is the beginning of all that it belongs to: %s', (_, from, steps, expected) => {
    expect(since(from, ...steps)).toBe(expected);
  });
});

describe('an encounter as it is told', () => {
  const told = (...args: Parameters<typeof treatedElsewhere>) => given(residential).when(treatedElsewhere(...args));

  it('may end in the moment in which it begins, not before', () => {
    expect(told(day(3), { at: day(4), to: day(3) }).rejection).toBeUndefined();
    expect(told(day(3), { at: day(4), to: before(day(3)) }).rejection).toEqual({
      type: 'EndsBeforeItBegins',
      field: 'to',
    });
    expect(told(day(3), { at: day(3), to: day(4) }).rejection).toMatchObject({ type: 'InTheFuture', field: 'to' });
  });

  it('names drugs of the formulary, or others by their classes', () => {
    const given_ = (...drugsGiven: readonly { medication: string; drugClasses?: readonly ['opioids'] }[]) =>
      told(day(3), { drugsGiven }).rejection;
    expect(given_({ medication: 'other', drugClasses: ['opioids'] }, { medication: 'morphine' })).toBeUndefined();
    expect(given_({ medication: 'morphine' }, { medication: 'other' })).toEqual({
      type: 'DrugClassesRequired',
      medication: 'other',
    });
    expect(given_({ medication: 'morphine' }, { medication: 'moonshine' })).toEqual({
      type: 'UnknownMedication',
      medication: 'moonshine',
    });
    expect(told(day(3), { drugsGiven: 'none' }).rejection).toBeUndefined();
  });

  it('is one of several, each with its own facts', () => {
    const { journey } = given(residential, treatedElsewhere(day(2))).when(
      treatedElsewhere(day(3), { encounterId: 'e2', kind: 'procedure' }),
      treatedElsewhere(day(2), { at: day(4), to: day(3) }),
    );
    expect(journey.externalEncounters).toMatchObject([
      { encounterId: 'e2', kind: 'procedure', from: day(3) },
      { encounterId: 'e1', kind: 'hospital', from: day(2), to: day(3), recordedAt: day(2) },
    ]);
  });

  it.each<[string, object]>([
    ['from', { from: day(1) }],
    ['kind', { kind: 'procedure' }],
    ['to', { to: day(4.5) }],
  ])('is not told otherwise: %s', (field, otherwise) => {
    const first = treatedElsewhere(day(2), { at: day(5), to: day(4) });
    expect(given(residential, first).when({ ...first, commandId: 'again', ...otherwise }).rejection).toEqual({
      type: 'EncounterConflict',
      encounterId: 'e1',
      field,
    });
  });
});
