import type { programmeVersions as english } from '../../en/events/programme-versions.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const programmeVersions: TranslationOf<typeof english> = {
  MovedToProgrammeVersion: 'Desde aquí se evalúa según {{to}}, antes según {{from}}.',
  renamed: 'Desde aquí se evalúa según {{to}}, antes según {{from}}: {{levels}}.',
  level: '{{before}} es ahora {{after}}',
};
