import type { Command } from '../commands.ts';
import type { Sealed } from '../sealed.ts';
import { by, continues, day, definitive, inCareAt, missesDoses, stopsTaking, takes } from '../specs/commands.ts';
import { disposed } from '../specs/events.ts';
import { given } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { treatedElsewhere } from '../specs/safety.ts';
import { plusMinutes } from '../time.ts';

const inIop = inCareAt('iop');
const reason: Sealed = { sealed: 'kid.nonce.words' };
const place: Sealed = { sealed: 'kid.nonce.place' };
const taking = takes('methadone', { kind: 'moud', from: day(1) });

/** Each command about a medication, and the data of the fact that it records. */
const commands: readonly (readonly [Command, data: object])[] = [
  [
    takes('diazepam', {
      medicationId: 'd1',
      drugClasses: ['benzodiazepines'],
      analytes: ['Oxazepam'],
      expectedPresence: false,
      source: 'pharmacy',
      from: day(1),
      to: day(9),
    }),
    {
      medicationId: 'd1',
      medication: 'diazepam',
      drugClasses: ['benzodiazepines'],
      analytes: ['Oxazepam'],
      kind: 'prescribed',
      scheduled: true,
      expectedPresence: false,
      source: 'pharmacy',
      from: day(1),
      to: day(9),
    },
  ],
  [stopsTaking('methadone', day(5)), { medicationId: 'methadone', at: day(5) }],
  [missesDoses('methadone', day(5)), { medicationId: 'methadone', from: day(5), to: day(5), doses: 1 }],
  [
    missesDoses('methadone', day(5), { to: day(7), doses: 3 }),
    { medicationId: 'methadone', from: day(5), to: day(7), doses: 3 },
  ],
  [continues('methadone', day(3), day(5)), { medicationId: 'methadone', nextDoseAt: day(5) }],
  [
    { ...continues('methadone', day(3), day(5)), place },
    { medicationId: 'methadone', nextDoseAt: day(5), place },
  ],
];

describe.each(commands.map(([command, data]) => [command.type, command, data] as const))('%s', (_, command, data) => {
  it('records what was said, at the time it was said of, and keeps a reason sealed', () => {
    const fact = (one: Command) => {
      const { events } = given(inIop, taking).when(one);
      const said = events.find(({ actor }) => actor.kind === 'person');
      return [said?.occurredAt, said?.data];
    };
    expect(fact(command)).toEqual([command.occurredAt, data]);
    expect(fact({ ...command, reason })).toEqual([command.occurredAt, { ...data, reason }]);
  });

  it('is refused before the episode is opened', () => {
    expect(given().when(command).thenRejects('EpisodeNotOpened').rejection).toEqual({ type: 'EpisodeNotOpened' });
  });

  it('is no news under a new id', () => {
    given(inIop, taking, command)
      .when({ ...command, commandId: 'again' })
      .thenNothing();
  });
});

describe('what is refused about a medication', () => {
  const now = day(4);
  const ahead = plusMinutes(now, 6);
  const refused = (command: Command, before: readonly Command[] = [taking]) =>
    given(inIop, before).when(command).rejection;

  it.each([
    ['from', 'RecordMedication', (at: string) => ({ ...takes('morphine', { from: at }), occurredAt: now })],
    ['at', 'EndMedication', (at: string) => ({ ...stopsTaking('methadone', at), occurredAt: now })],
    ['from', 'RecordMissedDoses', (at: string) => missesDoses('methadone', at, { occurredAt: now })],
    ['to', 'RecordMissedDoses', (to: string) => missesDoses('methadone', day(2), { to, occurredAt: now })],
  ] as const)('is what lies in the future by %s (%s)', (field, _, command) => {
    expect(refused(command(ahead))).toEqual({ type: 'InTheFuture', field, at: ahead, now });
    expect(refused(command(plusMinutes(now, 5)))).toBeUndefined();
  });

  it.each([
    ['to', takes('morphine', { from: day(3), to: day(2) }), takes('morphine', { from: day(3), to: day(3) })],
    ['at', { ...stopsTaking('methadone', day(0)), occurredAt: day(2) }, stopsTaking('methadone', day(1))],
    [
      'to',
      missesDoses('methadone', day(3), { to: day(2), occurredAt: day(4) }),
      missesDoses('methadone', day(3), { to: day(3) }),
    ],
    ['from', missesDoses('methadone', day(0), { occurredAt: day(4) }), missesDoses('methadone', day(1))],
  ] as const)('is an end before the beginning, in the field %s', (field, before, same) => {
    expect(refused(before)).toEqual({ type: 'EndsBeforeItBegins', field });
    expect(refused(same)).toBeUndefined();
  });

  it.each([
    stopsTaking('unknown', day(4)),
    missesDoses('unknown', day(4)),
    continues('unknown', day(4), day(5)),
  ] as const)('is a record that is not known', (command) => {
    expect(refused(command)).toEqual({ type: 'UnknownMedicationRecord', medicationId: 'unknown' });
  });

  it.each([
    ['other content under the same id', takes('methadone', { kind: 'moud', from: day(2) }), []],
    ['another end', stopsTaking('methadone', day(4)), [stopsTaking('methadone', day(3))]],
    ['a dose after the end', continues('methadone', day(3), day(4)), [stopsTaking('methadone', day(3))]],
  ] as const)('is %s', (_, command, before) => {
    expect(refused(command, [taking, ...before])).toEqual({ type: 'MedicationConflict', medicationId: 'methadone' });
  });

  it('is no dose at the very end of the medication', () => {
    expect(refused(continues('methadone', day(4), day(4)), [taking, stopsTaking('methadone', day(4))])).toBeUndefined();
  });

  it('is a medication that is not known, or outside of the formulary without its classes', () => {
    expect(refused(takes('a-new-one'))).toEqual({ type: 'UnknownMedication', medication: 'a-new-one' });
    expect(refused(takes('other'))).toEqual({ type: 'DrugClassesRequired', medication: 'other' });
    expect(refused(takes('other', { drugClasses: ['opioids'] }))).toBeUndefined();
  });

  it('is more than the formulary explains, unless a prescriber says why', () => {
    const wider = takes('diazepam', {
      drugClasses: ['benzodiazepines', 'opioids'],
      analytes: ['Oxazepam', 'Lorazepam'],
    });
    expect(refused(wider)).toEqual({
      type: 'WidensFormulary',
      medication: 'diazepam',
      drugClasses: ['opioids'],
      analytes: ['Lorazepam'],
    });
    for (const role of ['prescriber', 'medical-director'] as const)
      expect(refused({ ...wider, actor: by(role), reason })).toBeUndefined();
    for (const role of ['nurse', 'therapist', 'coordinator'] as const)
      expect(refused({ ...wider, actor: by(role), reason })?.type).toBe('WidensFormulary');
    expect(refused(takes('diazepam', { analytes: ['lorazepam'] }))).toMatchObject({ drugClasses: [] });
    expect(refused(takes('diazepam', { drugClasses: ['opioids'] }))).toMatchObject({ analytes: [] });
    expect(refused({ ...takes('morphine', { drugClasses: ['heroin'] }), reason })).toMatchObject({
      drugClasses: ['heroin'],
    });
  });

  it('is no analyte where the formulary names none to choose from', () => {
    expect(refused(takes('nabilone', { analytes: ['nabilone'] }))).toBeUndefined();
  });
});

describe('doses that were missed', () => {
  it('are another record by each of their parts', () => {
    const record = missesDoses('methadone', day(5), { to: day(6), doses: 2 });
    const others = [
      missesDoses('methadone', plusMinutes(day(5), -60), { to: day(6), doses: 2 }),
      missesDoses('methadone', day(5), { to: day(7), doses: 2 }),
      missesDoses('methadone', day(5), { to: day(6), doses: 3 }),
    ];
    for (const other of others) given(inIop, taking, record).when(other).thenIncludes(happened('MissedDosesRecorded'));
  });
});

describe('a medication outside of the formulary', () => {
  const other = takes('other', { drugClasses: ['opioids'] });
  const opioids = (analyte?: string, collectedAt = day(20)) =>
    definitive([['opioids', 'positive', analyte === undefined ? {} : { analyte }]], { collectedAt });

  it('explains the classes that its record names, whatever the analyte, but none that comes from heroin alone', () => {
    for (const analyte of [undefined, 'nalbuphine', 'morphine'])
      given(inIop, other)
        .when(opioids(analyte))
        .thenIncludes(disposed('expected-prescribed', { drugClass: 'opioids' }));
    for (const analyte of ['6-AM', '6-acetylmorphine', '6-MAM', '6-monoacetylmorphine'])
      given(inIop, other)
        .when(opioids(analyte))
        .thenIncludes(disposed('unexpected-use', { drugClass: 'opioids' }));
    given(inIop, other)
      .when(definitive([['oxycodone', 'positive']], { collectedAt: day(20) }))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('explains to its last moment, has no tail, and need not be found', () => {
    const stopped = [other, stopsTaking('other', day(20))];
    given(inIop, stopped).when(opioids()).thenIncludes(disposed('expected-prescribed'));
    given(inIop, stopped)
      .when(opioids(undefined, plusMinutes(day(20), 1)))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, other)
      .when(definitive([['opioids', 'negative']], { collectedAt: day(20) }))
      .thenIncludes(disposed('negative'));
  });

  it('is called another medication', () => {
    given(inIop, other)
      .when(opioids())
      .thenIncludes(
        disposed('expected-prescribed', {
          explanation: 'Explained by a medication: another medication, recorded from 20 days before the collection.',
        }),
      );
  });

  it('that was given elsewhere explains the classes that the list names', () => {
    const hospital = (drugClasses: readonly ('opioids' | 'cocaine')[]) =>
      treatedElsewhere(day(18), { to: day(20), drugsGiven: [{ medication: 'other', drugClasses }], at: day(20) });
    given(inIop, hospital(['opioids']))
      .when(opioids())
      .thenIncludes(disposed('expected-prescribed'));
    given(inIop, hospital(['cocaine']))
      .when(opioids())
      .thenIncludes(disposed('unexpected-use'));
  });
});
