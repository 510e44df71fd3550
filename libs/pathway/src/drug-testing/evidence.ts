import type { ToldUse } from './events.ts';
import type { Use } from './state.ts';

type Evidence = Pick<Use, 'specimenIds' | 'told'>;

/** Whether two uses stand on something that they have in common: then one may take the place of the other. */
export const shareEvidence = (a: Evidence, b: Evidence): boolean =>
  a.specimenIds.some((one) => b.specimenIds.includes(one)) || (a.told ?? []).some((one) => tellsOf(b, one));

/** Whether the use stands on this word of the person. */
export const tellsOf = ({ told = [] }: Pick<Use, 'told'>, { drugClass, lastUseAt }: ToldUse): boolean =>
  told.some((one) => one.drugClass === drugClass && one.lastUseAt === lastUseAt);
