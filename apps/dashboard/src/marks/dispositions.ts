import type { SpecimenView } from '@stepway/contracts';
import type { z } from 'zod';
import { t } from '../texts/texts.ts';

type Result = z.output<typeof SpecimenView>['results'][number];
export type Disposition = Result['disposition'];
export type DrugClass = Result['drugClass'];

/** What a result came to mean, in the words of the pathway. A test is evidence, not proof. */
export const dispositionWords = (disposition: Disposition): string => t(`tests.dispositions.${disposition}`);

/** What an address may say. */
export const dispositions = [
  'unexpected-use',
  'residual',
  'baseline',
  'expected-prescribed',
  'negative',
  'unexpected-absence',
  'unexpected-pattern',
  'awaiting-confirmation',
  'awaiting-review',
  'integrity-concern',
  'recollect',
  'inconclusive',
  'pending',
  'superseded',
] as const satisfies readonly Disposition[];

/** The same where there is little room. */
export const shortDisposition = (disposition: Disposition): string =>
  disposition === 'unexpected-use' ? t('tests.shortUnexpectedUse') : dispositionWords(disposition);

export const drugClassWords = (drugClass: DrugClass): string => t(`tests.drugClasses.${drugClass}`);
