import type { Context } from '../decision.ts';
import { ageGroupAt, type Age } from '../person/age.ts';
import type { Level } from '../programme/level.ts';
import type { Rejection } from '../rejections.ts';
import type { Instant } from '../time.ts';

/** The level that is asked for, if the programme has it and it is for the person's age at that time. */
export function levelFor(
  age: Age,
  id: string,
  at: Instant,
  { programme, calendar }: Context,
): { readonly level: Level } | { readonly rejection: Rejection } {
  const level = programme.levels[id];
  if (level === undefined)
    return { rejection: { type: 'UnknownLevel', level: id, levels: Object.keys(programme.levels) } };
  const then = ageGroupAt(age, at, calendar);
  return level.admits.includes(then) ? { level } : { rejection: { type: 'LevelNotForAge', level: id, age: then } };
}
