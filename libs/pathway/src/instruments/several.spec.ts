import { day, inCareAt, opened } from '../specs/commands.ts';
import { given, Lived } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { answered, asked } from '../specs/person.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusMinutes } from '../time.ts';
import { instrumentsOwed } from './owed.ts';
import { instruments } from './scales.ts';

const inIop = inCareAt('iop');
const suicidal = asked('phq-9', { 'better-off-dead': 1 }, day(3));
const more = asked('phq-9', { 'better-off-dead': 2 }, day(4));
const task = (of: typeof suicidal) => ({ taskId: `episode-1.task.suicide-risk.${of.instrumentId}` });

describe('answers under an id that is known', () => {
  const first = asked('gad-7', {}, day(3));

  it.each([
    ['of another moment', { ...first, at: day(2) }],
    ['to another questionnaire', { ...first, instrument: 'phq-9', answers: answered('phq-9') }],
    ['of another moment, to another', { ...first, at: day(2), instrument: 'phq-9', answers: answered('phq-9') }],
    ['that are others', { ...first, answers: answered('gad-7', { nervous: 1 }) }],
  ] as const)('%s are refused', (_what, again) => {
    expect(given(inIop, first).when(again).rejection).toEqual({
      type: 'InstrumentConflict',
      instrumentId: first.instrumentId,
    });
  });
});

it('the same answers to another questionnaire are not the same', () => {
  const mood = asked('phq-9', {}, day(3));
  given(inIop, mood)
    .when({ ...mood, instrument: 'phq-a' })
    .thenRejects('InstrumentConflict');
});

describe('of several answers about suicide', () => {
  it('each is asked about for itself, and no longer when it proves to be entered in error', () => {
    const eventId = idOf('InstrumentScored', given(inIop).when(suicidal).events);
    const { journey } = given(inIop, suicidal, more)
      .when(withdrawn(eventId, day(5)))
      .thenIncludes(happened('TaskCancelled', task(suicidal)))
      .thenLacks(happened('TaskCancelled', task(more)));
    expect(journey.tasks.filter(({ kind }) => kind === 'suicide-risk').map(({ state }) => state)).toEqual([
      'cancelled',
      'open',
    ]);
  });

  it('each is owed at once, in the same round, of the first of the phone tree', () => {
    const one = new Lived();
    for (const step of [...inIop, suicidal, asked('gad-7', {}, day(4))]) one.step(step);
    const unasked = { ...one.opened(), tasks: [] };
    const [owed, ...others] = instrumentsOwed(unasked);
    expect(owed).toMatchObject({ at: day(3), cause: 'now', subject: suicidal.instrumentId, together: true });
    expect(others).toEqual([]);
    expect(owed?.make(one.context())).toEqual([
      {
        type: 'TaskOpened',
        occurredAt: day(4),
        causedBy: idOf('InstrumentScored', one.events),
        data: {
          ...task(suicidal),
          kind: 'suicide-risk',
          role: 'coordinator',
          subject: suicidal.instrumentId,
          dueAt: plusMinutes(day(4), 15),
        },
      },
    ]);
  });

  it.each(['better-off-dead', 'thoughts-of-ending-life-past-month', 'attempted-suicide-ever'])(
    'of the PHQ-A counts: %s',
    (item) => {
      const told = asked('phq-a', { [item]: 1 }, day(3));
      given(opened({ ageGroup: 'adolescent' }), inIop[1])
        .when(told)
        .thenIncludes(happened('TaskOpened', task(told)));
    },
  );
});

describe('the BAM asks a clinician to look', () => {
  const scales = (answers: Readonly<Record<string, number>>) =>
    instruments.bam.score(answered('bam', answers)).subscales?.map(({ needsAttention }) => needsAttention);

  it('from one point of use and 12 of risk on, and down from 12 of protection', () => {
    const protection = { confidence: 4, 'self-help-days': 4, 'enough-income': 4 };
    expect(scales({ ...protection, 'alcohol-days': 1 })).toEqual([true, false, true]);
    expect(scales({ ...protection, 'supportive-contact-days': 1 })).toEqual([false, false, false]);
    expect(scales({ ...protection, sleep: 4, craving: 4, 'physical-health': 4 })).toEqual([false, true, true]);
  });
});
