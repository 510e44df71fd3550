import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const programmeVersionSentences = {
  MovedToProgrammeVersion: ({ from, to, levels }, { level, programme }) => {
    const versions = { from: programme(from), to: programme(to) };
    const renamed = Object.entries(levels).map(([before, after]) =>
      t('events.programmeVersions.level', { before: level(before), after: level(after) }),
    );
    return renamed.length === 0
      ? t('events.programmeVersions.MovedToProgrammeVersion', versions)
      : t('events.programmeVersions.renamed', { ...versions, levels: renamed.join(', ') });
  },
} satisfies Partial<Sentences>;
