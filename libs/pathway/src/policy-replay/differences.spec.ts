import type { CareEvent, EventData, EventType } from '../events.ts';
import { notOpened } from '../journey.ts';
import { by, day, definitive, inCareAt } from '../specs/commands.ts';
import { given } from '../specs/given.ts';
import { differences, type Difference } from './differences.ts';
import type { Relived } from './relive.ts';

const rules = { id: 'rules', kind: 'rule', role: 'system' } as const;
type Told = { readonly [T in EventType]: readonly [type: T, data: Partial<EventData[T]>, on?: number] }[EventType];

/** A life in which nothing but this happened, by the rules unless a person is named, on day 10 unless said otherwise. */
const life = (told: readonly Told[], actor = rules as CareEvent['actor']): Relived => ({
  journey: notOpened('episode-1'),
  events: told.map(([type, data, on = 10]): CareEvent => {
    const event: object = { type, data, recordedAt: day(on), occurredAt: day(on), actor };
    return event as CareEvent;
  }),
  notSaid: [],
});
const nothing = life([]);
const against = [
  { rule: 'free', held: true, saw: '' },
  { rule: 'blocks', held: false, saw: '' },
  { rule: 'nobody-knows', held: 'unknown', saw: '' },
] as const;
const considered = (outcome: EventData['TransitionConsidered']['outcome'], more: object = {}, on = 10): Told => [
  'TransitionConsidered',
  { about: 'step-up', useId: 'u1', outcome, rules: against, ...more },
  on,
];
const down = (outcome: EventData['TransitionConsidered']['outcome'], on: number, more: object = {}): Told =>
  considered(outcome, { about: 'step-down', useId: undefined, ...more }, on);
const t1 = { transitionId: 't1' };
const [proposed, started]: readonly Told[] = [
  ['TransitionProposed', { ...t1, to: 'iop' }],
  ['TransitionStarted', { ...t1, to: 'iop' }],
];
if (!proposed || !started) throw new Error('no moves');

/** What this life has and an empty one has not. */
const found = (one: Relived, about: Difference['about']) =>
  differences(one, nothing)
    .filter((difference) => difference.about === about)
    .map(({ subject, own, proposed: none }) => {
      expect(none).toBeNull();
      return [subject, own];
    });
const stands = ['blocks', 'nobody-knows'];

describe('what differs about a use', () => {
  it.each<readonly [what: string, told: readonly Told[], outcome: string, rules: readonly string[]]>([
    ['leads nowhere', [considered('task')], 'task', stands],
    ['begins a move', [considered('started', t1), started], 'started, to iop', stands],
    ['is asked about', [considered('proposed', t1), proposed], 'proposed, to iop', stands],
    ['joins a move', [considered('joined', t1), started], 'joined', stands],
    [
      'is asked about until its time is over',
      [considered('proposed', t1), proposed, ['TransitionLapsed', t1]],
      'proposed, to iop, lapsed',
      [...stands, 'proposal-deadline'],
    ],
    [
      'begins at the end of its time',
      [considered('proposed', t1), proposed, started],
      'proposed, to iop, begun at its deadline',
      [...stands, 'proposal-deadline'],
    ],
    [
      'has nothing of another move',
      [
        ['TransitionStarted', { transitionId: 't2', to: 'detox' }],
        ['TransitionLapsed', { transitionId: 't2' }],
        considered('proposed', t1),
        proposed,
      ],
      'proposed, to iop',
      stands,
    ],
    ['is of a move that is not there', [considered('started', t1)], 'started', stands],
    ['is what was considered last', [considered('nothing'), considered('task')], 'task', stands],
  ])('that %s', (_what, told, outcome, rulesThere) => {
    expect(found(life(told), 'step-up')).toEqual([['u1', { at: day(10), outcome, rules: rulesThere }]]);
  });

  it('is nobody’s deadline where a person answered', () => {
    const answered = life([considered('proposed', t1), proposed, started], by('therapist'));
    expect(found(answered, 'step-up')).toMatchObject([['u1', { outcome: 'proposed, to iop' }]]);
  });

  it('is nothing where no use was considered', () => {
    expect(found(life([considered('task', { useId: undefined }), down('task', 10)]), 'step-up')).toEqual([]);
    expect(found(life([considered('task', { about: 'step-down' })]), 'step-up')).toEqual([]);
    expect(found(life([proposed, started]), 'step-up')).toEqual([]);
  });
});

describe('what differs about less support', () => {
  it('is told for each stay: whether and when it came, or what stands against it', () => {
    const one = life([
      ['Admitted', { level: 'residential', attendedAt: day(1) }],
      down('task', 2),
      down('started', 3, { to: 'iop', rules: [] }),
      down('nothing', 4),
      considered('task'),
      ['TransitionCompleted', { to: 'iop', attendedAt: day(5) }],
      down('nothing', 6),
      ['EpisodeReopened', { level: 'aftercare', attendedAt: day(7) }],
      down('proposed', 8),
    ]);
    expect(found(one, 'step-down')).toEqual([
      [`residential from ${day(1)}`, { at: day(3), outcome: `to iop, started ${day(3).slice(0, 10)}`, rules: [] }],
      [`iop from ${day(5)}`, { at: day(6), outcome: 'waits', rules: stands }],
      [
        `aftercare from ${day(7)}`,
        { at: day(8), outcome: `to less support, proposed ${day(8).slice(0, 10)}`, rules: stands },
      ],
    ]);
  });
});

describe('what differs between two lives', () => {
  const asks = (kind: EventData['TaskOpened']['kind'], on: number): Told => ['TaskOpened', { kind }, on];

  it('about tasks is how often each kind was opened, since when', () => {
    const one = life([asks('crisis', 3), asks('follow-up', 4), asks('crisis', 5)]);
    expect(found(one, 'task')).toEqual([
      ['crisis', { at: day(3), outcome: '2', rules: ['crisis'] }],
      ['follow-up', { at: day(4), outcome: '1', rules: ['follow-up'] }],
    ]);
    expect(differences(one, life([asks('crisis', 9), asks('crisis', 9)]))).toMatchObject([{ subject: 'follow-up' }]);
  });

  it('about a result is what it means and which rule says so', () => {
    const { journey } = given(inCareAt('iop')).when(
      definitive([['cocaine', 'positive']], { specimenId: 'S-1', collectedAt: day(5) }),
    );
    expect(found({ ...nothing, journey }, 'drug-test')).toEqual([
      ['S-1 cocaine', { at: day(5), outcome: 'unexpected-use', rules: ['unexpected-use'] }],
    ]);
  });

  it('is told in the order of the document, also of what only the other has', () => {
    const told = [asks('crisis', 3), down('task', 4), considered('task')];
    const order = ['step-up', 'step-down', 'task'];
    expect(differences(life(told), nothing).map(({ about }) => about)).toEqual(order);
    const other = differences(nothing, life(told));
    expect(other.map(({ about, own }) => [about, own])).toEqual(order.map((about) => [about, null]));
    expect(differences(nothing, nothing)).toEqual([]);
    expect(differences(life(told), life(told))).toEqual([]);
  });
});
