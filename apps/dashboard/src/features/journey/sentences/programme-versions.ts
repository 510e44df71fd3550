import type { Sentences } from './telling.ts';

export const programmeVersionSentences = {
  MovedToProgrammeVersion: ({ from, to, levels }, { level }) => {
    const renamed = Object.entries(levels).map(([before, after]) => `${level(before)} is now ${level(after)}`);
    const names = renamed.length === 0 ? '' : `: ${renamed.join(', ')}`;
    return `Judged by ${to.id} v${to.version} from here, before by ${from.id} v${from.version}${names}.`;
  },
} satisfies Partial<Sentences>;
