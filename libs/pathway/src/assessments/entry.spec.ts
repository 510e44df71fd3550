import type { LevelEntry } from '../programme/entry.ts';
import { assessed } from '../specs/assessments.ts';
import { day, opened } from '../specs/commands.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { lives } from '../specs/person.ts';
import { entryTo } from './candidacy.ts';

const entry: LevelEntry = {
  criteria: [
    { code: 'withdrawal-risk', weight: 'required' },
    { code: 'minimal-withdrawal-risk', weight: 'supporting' },
    { code: 'unstable-home', weight: 'supporting' },
    { code: 'motivated', weight: 'supporting' },
  ],
  exclusions: ['severe-withdrawal', 'unsafe-home', 'severe-addiction'],
  assessmentHours: 24,
};

/** By code, what speaks for and against. */
function answers(...steps: readonly Step[]): Readonly<Record<string, boolean | 'unknown'>> {
  const { journey } = given(opened(), steps).when(timePasses(day(9)));
  const { criteria, exclusions } = entryTo(entry, journey);
  return Object.fromEntries([
    ...criteria.map(({ code, met }) => [code, met]),
    ...exclusions.map(({ code, holds }) => [code, holds]),
  ]);
}

describe('what speaks for and against a level, where nobody was asked for it by name', () => {
  it.each([
    { risk: 'none', some: false, severe: false },
    { risk: 'mild', some: false, severe: false },
    { risk: 'moderate', some: true, severe: false },
    { risk: 'severe', some: true, severe: true },
  ] as const)('follows from a withdrawal risk of $risk', ({ risk, some, severe }) => {
    expect(answers(assessed({}, day(1), { withdrawalRisk: risk }))).toMatchObject({
      'withdrawal-risk': some,
      'minimal-withdrawal-risk': !some,
      'severe-withdrawal': severe,
    });
  });

  it.each([
    { what: 'nobody assessed', steps: [] },
    { what: 'the assessment says nothing of it', steps: [assessed({}, day(1))] },
    { what: 'the assessment could not tell', steps: [assessed({}, day(1), { withdrawalRisk: 'unknown' })] },
  ] as const)('is not known where $what', ({ steps }) => {
    expect(answers(...steps)).toEqual({
      'withdrawal-risk': 'unknown',
      'minimal-withdrawal-risk': 'unknown',
      'unstable-home': 'unknown',
      motivated: 'unknown',
      'severe-withdrawal': 'unknown',
      'unsafe-home': 'unknown',
      'severe-addiction': 'unknown',
    });
  });

  it('is the risk that was assessed last, whatever was assessed without it since', () => {
    const severe = assessed({}, day(1), { withdrawalRisk: 'severe' });
    expect(answers(severe, assessed({}, day(2)))).toMatchObject({ 'severe-withdrawal': true });
    expect(answers(severe, assessed({}, day(2), { withdrawalRisk: 'none' }))).toMatchObject({
      'severe-withdrawal': false,
    });
  });

  it('follows from the place where the person lives', () => {
    expect(answers(lives('homeless', day(1)))).toMatchObject({ 'unstable-home': true, 'unsafe-home': true });
    expect(answers(lives('sober-living', day(1)))).toMatchObject({ 'unstable-home': false, 'unsafe-home': false });
    expect(answers(lives('own-home', day(1)))).toMatchObject({ 'unstable-home': 'unknown' });
  });
});

describe('what an assessment answers by name', () => {
  it('stands above what follows from other facts, in both directions', () => {
    const told = assessed({}, day(1), {
      withdrawalRisk: 'severe',
      candidacy: { 'withdrawal-risk': false, motivated: true },
      exclusions: { 'severe-withdrawal': false, 'unsafe-home': true },
    });
    expect(answers(told, lives('sober-living', day(1)))).toMatchObject({
      'withdrawal-risk': false,
      motivated: true,
      'severe-withdrawal': false,
      'unsafe-home': true,
    });
  });

  it('stands until another assessment answers it', () => {
    const excluded = assessed({}, day(1), { exclusions: { 'severe-addiction': true } });
    const silent = assessed({}, day(2), { exclusions: { 'unsafe-home': false } });
    expect(answers(excluded, silent, assessed({}, day(3)))).toMatchObject({ 'severe-addiction': true });
    expect(answers(excluded, assessed({}, day(3), { exclusions: { 'severe-addiction': false } }))).toMatchObject({
      'severe-addiction': false,
    });
  });
});
