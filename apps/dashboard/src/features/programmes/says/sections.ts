import type { Programme } from '../programme.ts';
import { t } from '../../../texts/texts.ts';
import { accessSays, afterSays, crisisSays, deadlinesSay, peopleSays } from './follow-through.ts';
import { levelSays } from './levels.ts';
import { lessSupportSays, moreSupportSays } from './moves.ts';
import { teller, type Section, type Statement } from './say.ts';
import { medicationSays, testsSay, windowsSay } from './tests.ts';

const parts = {
  moreSupport: moreSupportSays,
  lessSupport: lessSupportSays,
  tests: testsSay,
  windows: windowsSay,
  medication: medicationSays,
  deadlines: deadlinesSay,
  crisis: crisisSays,
  access: accessSays,
  after: afterSays,
  people: peopleSays,
} as const satisfies Record<string, (programme: Programme) => readonly Statement[]>;

const partIds = [
  'moreSupport',
  'lessSupport',
  'tests',
  'deadlines',
  'crisis',
  'access',
  'after',
  'people',
  'windows',
  'medication',
] as const satisfies readonly (keyof typeof parts)[];

/** The rules of a programme in words: level by level, the most support first, then what holds for all. */
export function sectionsOf(programme: Programme): readonly Section[] {
  const levels = Object.values(programme.levels).toSorted((a, b) => b.rank - a.rank);
  return [
    ...levels.map((level) => ({
      id: `level ${level.id}`,
      title: level.title,
      level: level.id,
      statements: levelSays(level, programme),
    })),
    ...partIds.map((id) => ({
      id,
      title: t(`programmeRules.sections.${id}`),
      statements: parts[id](programme),
    })),
  ];
}

/** What holds for the programme as a whole; beside the sections, for comparisons. */
export const programmeSays = ({ title }: Programme): Statement => teller('')('title', ['title'], { title });
