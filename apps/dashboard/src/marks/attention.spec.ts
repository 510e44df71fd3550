import { boardFlags } from '@stepway/contracts';
import { chipOf, chipsOf, chipText, type Attention } from './attention.ts';
import { siteTime } from './time.ts';

const now = Date.parse('2026-11-23T15:00:00.000Z');
const inHours = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
const context = { now, timeOf: () => siteTime('America/New_York'), levelInSentence: (id: string) => id };
const nothing = { flags: [], transition: null, holdUntil: null, nextTask: null, lastScreen: null };
const quiet: Attention = { siteId: 'main', ...nothing };
const moving = (over: Partial<NonNullable<Attention['transition']>>): Attention => ({
  ...quiet,
  transition: {
    transitionId: 't1',
    kind: 'step-up',
    from: 'iop',
    to: 'residential',
    state: 'started',
    grounds: [],
    ...over,
  },
});
const chip = (flag: Attention['flags'][number], row: Attention) => {
  const look = chipOf(flag, row, context);
  return `${look.form}: ${chipText(look).replaceAll('\u00a0', ' ')}`;
};

describe('the chip of a row', () => {
  it('says how long a person was not yet seen', () =>
    expect(chip('hand-off-overdue', moving({ handOffDueAt: inHours(-30) }))).toBe(
      'overdue: Not yet seen, 1 d 6 h over',
    ));

  it('says where a person goes and how much time is left', () =>
    expect(chip('hand-off', moving({ handOffDueAt: inHours(21) }))).toBe('plain: To residential, 21 h left'));

  it('is paused while the move is suspended', () =>
    expect(chip('hand-off', moving({ state: 'suspended', handOffDueAt: inHours(21) }))).toBe(
      'hold: To residential, suspended',
    ));

  it('asks for more support, dashed, because nothing is decided', () =>
    expect(chip('proposal', moving({ state: 'proposed', deadlineAt: inHours(11) }))).toBe(
      'proposal: More support? 11 h left',
    ));

  it('asks for less support on the way down', () =>
    expect(chip('proposal', moving({ kind: 'step-down', state: 'proposed', deadlineAt: inHours(5) }))).toBe(
      'proposal: Less support? 5 h left',
    ));

  it('says until when automatic moves are paused', () =>
    expect(chip('hold', { ...quiet, holdUntil: '2026-11-25T17:00:00.000Z' })).toBe('hold: Paused to Wed 25 Nov'));

  it('names the task that is overdue, and for how long', () =>
    expect(chip('task-overdue', { ...quiet, nextTask: { kind: 'overdose-check', dueAt: inHours(-30) } })).toBe(
      'overdue: Overdose check, 1 d 6 h over',
    ));

  it('says what a result waits for', () =>
    expect(
      chip('unsettled-result', {
        ...quiet,
        lastScreen: { collectedAt: inHours(-20), positive: ['opioids'], disposition: 'awaiting-confirmation' },
      }),
    ).toBe('plain: Awaiting confirmation'));

  it('has words for every flag, whatever is missing', () => {
    for (const flag of boardFlags) expect(chipOf(flag, quiet, context).words).not.toBe('');
  });

  it('is one with words, the others are icons', () => {
    const { first, others } = chipsOf(
      { ...moving({ handOffDueAt: inHours(3) }), flags: ['hand-off', 'hold'] },
      context,
    );
    expect(first?.icon).toBe('arrows');
    expect(others.map(({ icon }) => icon)).toEqual(['pause']);
  });

  it('is missing when nobody needs to act', () => expect(chipsOf(quiet, context)).toEqual({ others: [] }));
});
