import { t } from '../../../texts/texts.ts';
import { programmeName } from './programme-name.ts';
import type { Sentences } from './telling.ts';

export const programmeVersionSentences = {
  MovedToProgrammeVersion: ({ from, to, levels }, { level }) => {
    const versions = { from: programmeName(from), to: programmeName(to) };
    const renamed = Object.entries(levels).map(([before, after]) =>
      t('events.programmeVersions.level', { before: level(before), after: level(after) }),
    );
    return renamed.length === 0
      ? t('events.programmeVersions.MovedToProgrammeVersion', versions)
      : t('events.programmeVersions.renamed', { ...versions, levels: renamed.join(', ') });
  },
} satisfies Partial<Sentences>;
