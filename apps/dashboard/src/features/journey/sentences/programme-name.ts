import { t } from '../../../texts/texts.ts';

/** "Four levels of care, version 1": a version of a programme; by its code where its title is not known. */
export const programmeName = (
  { id, version }: { readonly id: string; readonly version: number },
  titleOf: (id: string) => string | undefined,
): string => t('journey.programme', { title: titleOf(id) ?? id, version });
