import type { Programme } from '../programme/programme.ts';
import { mergeReports } from './merge.ts';
import type { Moment } from './moments.ts';
import { addToPast, type Meaning, type SoFar } from './past.ts';
import type { AcknowledgedUse, Specimen, Use } from './state.ts';
import { established, joined, type JudgedUse } from './uses.ts';

/**
 * What is recorded of a moment that nothing new can touch, added to what came before it. The same moment after the
 * same past always leads to the same, so it is worked out once: a new fact then costs what it touches.
 */
export function recalled(moment: Moment, soFar: SoFar, recorded: readonly Use[], programme: Programme): SoFar {
  if ('told' in moment) {
    const uses = recallTold(moment.told, soFar.uses, recorded);
    return uses === soFar.uses ? soFar : { ...soFar, uses };
  }
  const known = kept.get(moment.specimen);
  if (known?.before === soFar && known.programme === programme) return known.after;
  const after = recallSpecimen(moment.specimen, soFar, programme);
  kept.set(moment.specimen, { before: soFar, programme, after });
  return after;
}

const kept = new WeakMap<Specimen, { readonly before: SoFar; readonly programme: Programme; readonly after: SoFar }>();

function recallSpecimen(specimen: Specimen, { past, uses: before }: SoFar, programme: Programme): SoFar {
  const merged = mergeReports(specimen);
  const { specimenId, collectedAt: at } = merged;
  const meanings: Meaning[] = [];
  let uses = before;
  for (const result of merged.classes) {
    const { drugClass } = result;
    const known = specimen.judgements[drugClass];
    if (known === undefined) continue;
    meanings.push({ result, disposition: known.disposition });
    if (known.useId === undefined) continue;
    uses =
      known.disposition === 'unexpected-use'
        ? established(uses, known.useId, { at, drugClasses: [drugClass], specimenId })
        : joined(uses, known.useId, specimenId, drugClass);
  }
  return { past: addToPast(past, merged, meanings, programme), uses };
}

function recallTold(told: AcknowledgedUse, uses: readonly JudgedUse[], recorded: readonly Use[]): readonly JudgedUse[] {
  const { drugClass, lastUseAt } = told;
  const isIt = (one: { readonly drugClass: string; readonly lastUseAt: string }): boolean =>
    one.drugClass === drugClass && one.lastUseAt === lastUseAt;
  const use = recorded.find(({ withdrawn, told: all = [] }) => !withdrawn && all.some(isIt));
  if (use === undefined) return uses;
  return established(uses, use.useId, { at: lastUseAt, drugClasses: [drugClass], toldUse: { drugClass, lastUseAt } });
}
