import { commandBodies } from '@stepway/contracts';
import { isShown, arranged } from '../shown-fields.ts';
import { actOf, commandNames } from '../catalogue.ts';
import { speak } from '../../texts/texts.ts';
import { said, labelOf, vocabularyOf } from '../words.ts';
import { examples } from '../specs/examples.ts';
import { faultsIn } from './faults.ts';
import { fieldsOf, type Field, type NamedField } from './fields.ts';
import { bodyOf, emptyValues, valuesOf, type Values } from './values.ts';
import { oddHour, wallTimeOf } from './wall-time.ts';

const time = wallTimeOf('America/New_York');
const faultsOf = (command: keyof typeof commandBodies, body: unknown) =>
  faultsIn(commandBodies[command].safeParse(body).error?.issues ?? []);

/** Every field of a form, also those inside of others. */
function within(fields: readonly NamedField[]): readonly NamedField[] {
  const inside = (field: Field): readonly NamedField[] => {
    if (field.kind === 'group') return within(field.fields);
    if (field.kind === 'list') return inside(field.of);
    if (field.kind === 'list-or') return inside(field.list);
    if (field.kind === 'variants') return Object.values(field.variants).flatMap(within);
    return [];
  };
  return fields.flatMap((named) => [named, ...inside(named.field)]);
}

describe.each(commandNames)('the form of %s', (command) => {
  const fields = fieldsOf(command);

  it('sends what a person filled in, as its contract asks for it', () => {
    const example = examples[command] as Values;
    const body = bodyOf(fields, valuesOf(fields, example, time), time);
    expect(body).toMatchObject(example);
    expect(faultsOf(command, body)).toEqual({});
  });

  it('left empty, says of each field that is needed that it is', () => {
    const faults = faultsOf(command, bodyOf(fields, emptyValues(fields), time));
    const needed = fields.filter(
      ({ field, required }) => required && !['list', 'choices', 'record'].includes(field.kind),
    );
    const missing = needed.filter(({ name, field }) => field.kind !== 'variants' && faults[name] === undefined);
    // A group says what is missing within it.
    expect(missing.filter(({ field }) => field.kind !== 'group')).toEqual([]);
  });

  it('has a label for each field and words for each choice, in every language', async () => {
    const all = within(fields);
    for (const language of ['en', 'es'] as const) {
      await speak(language);
      expect(all.filter(({ name }) => labelOf(command, name).includes('.')).map(({ name }) => name)).toEqual([]);
      expect(said(`acts.${command}.name`)).not.toContain('acts.');
    }
    await speak('en');
    const codes = all.flatMap(({ name, field }) => {
      if (field.kind === 'choice' || field.kind === 'choices') return [[name, field.options] as const];
      return field.kind === 'table' ? [[name, field.keys] as const] : [];
    });
    expect(codes.filter(([, options]) => vocabularyOf(options) === undefined)).toEqual([]);
  });

  it('places only fields that its contract has, and every one that is needed', () => {
    const shape = { command, act: actOf(command), fields };
    const names = fields.map(({ name }) => name);
    expect(shape.act.rows.flat().filter((name) => !names.includes(name))).toEqual([]);
    const shown = arranged(shape).rows.flat();
    const needed = fields.filter(({ name, required }) => required && isShown(shape, name));
    expect(needed.filter(({ name }) => !shown.some((field) => field.name === name))).toEqual([]);
  });
});

describe('a discharge', () => {
  const fields = fieldsOf('DischargeEpisode');
  const asked = (values: Record<string, unknown>) =>
    arranged({ command: 'DischargeEpisode', act: actOf('DischargeEpisode'), fields }, values)
      .rows.flat()
      .map(({ name }) => name);

  it('asks what must come before an end by the programme, and before leaving by own wish, only where it is one', () => {
    expect(asked({ reasonCode: 'completed' })).not.toContain('termination');
    expect(asked({ reasonCode: 'terminated-by-facility' })).toContain('termination');
    expect(asked({ reasonCode: 'dropped-out', againstAdvice: true })).toContain('leaving');
  });
});

describe('a moment in a form', () => {
  it('is read by the clocks of the site, on both sides of the change of the clocks', () => {
    expect(time.toInstant('2026-10-31T13:30')).toBe('2026-10-31T17:30:00.000Z');
    expect(time.toInstant('2026-11-02T13:30')).toBe('2026-11-02T18:30:00.000Z');
    expect(time.toWall('2026-11-02T18:30:00.000Z')).toBe('2026-11-02T13:30');
  });

  it('is one of two where the clock shows it twice, and what was meant stays', () => {
    expect(time.toInstant('2026-11-01T01:30')).toBe('2026-11-01T05:30:00.000Z');
    for (const at of ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'])
      expect(time.toInstant(time.toWall(at))).toBe(at);
    expect(oddHour('2026-11-01T01:30', 'America/New_York').twice).toHaveLength(2);
    expect(oddHour('2026-03-08T02:30', 'America/New_York')).toEqual({ skipped: Date.parse('2026-03-08T07:30:00Z') });
    expect(oddHour('2026-11-02T01:30', 'America/New_York')).toEqual({});
  });

  it('is another one by the clocks of another site', () => {
    const riverside = wallTimeOf('America/Chicago');
    expect(riverside.toInstant('2026-11-01T00:30')).toBe('2026-11-01T05:30:00.000Z');
    expect(riverside.toWall('2026-11-01T06:30:00.000Z')).toBe('2026-11-01T01:30');
  });

  it('is no moment while its day or its time is missing, and that is said', () => {
    const fields = fieldsOf('RecordOutreach');
    const values = valuesOf(fields, examples.RecordOutreach, time);
    const half = (at: string) => faultsOf('RecordOutreach', bodyOf(fields, { ...values, at }, time));
    expect(half('2026-11-02T')).toEqual({ at: 'Both date and time are needed.' });
    expect(half('T13:30')).toEqual({ at: 'Both date and time are needed.' });
    expect(half('T')).toEqual({ at: 'This is needed.' });
  });
});

describe('a fault', () => {
  it('stands at the input that it is about, also inside of lists', () => {
    const [goal] = examples.SetGoals.goals;
    expect(faultsOf('SetGoals', { goals: [goal, { ...goal, goalId: 'g2', text: '' }] })).toEqual({
      'goals.1.text': 'This is needed.',
    });
    expect(faultsOf('SetGoals', { goals: [goal, goal] })).toEqual({ 'goals.1.goalId': 'This stands here twice.' });
    expect(faultsOf('RecordSession', { ...examples.RecordSession, minutes: 2000 })).toEqual({
      minutes: 'At most 1440.',
    });
  });
});
