import type { Opened } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';
import type { Disposition, DrugClass } from '../vocabulary.ts';
import type { Person } from './facts.ts';
import { judgeClass, tell, type Told } from './judge-class.ts';
import { mergeReports, type MergedClass } from './merge.ts';
import { addToPast, nothingBefore, type SoFar } from './past.ts';
import { personAt } from './person.ts';
import { recalled } from './recall.ts';
import type { AcknowledgedUse, Specimen } from './state.ts';
import { inOrderOfTime } from './moments.ts';
import { isNewUse } from './told-use.ts';
import { established, joined, useFor, type JudgedUse, type Showing } from './uses.ts';

/** What one class of one specimen means. */
export interface Judged {
  readonly specimenId: string;
  readonly collectedAt: Instant;
  readonly drugClass: DrugClass;
  readonly disposition: Disposition;
  readonly rule: string;
  readonly useId?: string;
  readonly tell: () => Told;
}

export interface Judgements {
  readonly judged: readonly Judged[];
  readonly uses: readonly JudgedUse[];
}

/** What the facts of a journey are judged by, the uses that are recorded so far among them. */
export type JudgedFacts = Pick<
  Opened,
  | 'episodeId'
  | 'specimens'
  | 'acknowledgedUses'
  | 'uses'
  | 'medications'
  | 'externalEncounters'
  | 'leaves'
  | 'stays'
  | 'assessments'
>;

/**
 * Says what each class of each specimen means, and which uses follow: a pure function of all facts,
 * taken in order of collection (ties by specimen id), so that any order of arrival ends alike (pathway §4).
 *
 * `since`: nothing has changed that specimens collected before it are judged by. They keep the meaning that is
 * recorded, and only those from then on are judged; the outcome is the same, and a new fact costs what it
 * touches instead of the whole history. `judged` then holds only those; `uses` are always all.
 */
export function judge(facts: JudgedFacts, programme: Programme, since: Instant = ''): Judgements {
  const person = personAt(facts, () => facts.specimens.map(mergeReports), programme);
  const judged: Judged[] = [];
  let soFar: SoFar = nothingBefore;
  for (const moment of inOrderOfTime(facts)) {
    if (moment.at < since) soFar = recalled(moment, soFar, facts.uses, programme);
    else if ('told' in moment) soFar = judgeTold(facts.episodeId, moment.told, person(moment.at), soFar);
    else soFar = judgeSpecimen(facts.episodeId, moment.specimen, person(moment.at), soFar, judged);
  }
  return { judged, uses: soFar.uses };
}

/** Use that the person tells of is a use also where no specimen shows it (rule 11). */
function judgeTold(episodeId: string, told: AcknowledgedUse, person: Person, soFar: SoFar): SoFar {
  if (!isNewUse(told, soFar.uses, person)) return soFar;
  const { drugClass, lastUseAt } = told;
  const showing: Showing = { at: lastUseAt, drugClasses: [drugClass], toldUse: { drugClass, lastUseAt } };
  const useId = useFor(soFar.uses, episodeId, showing, person.programme);
  return { ...soFar, uses: established(soFar.uses, useId, showing) };
}

/** Judges one specimen, notes the uses it establishes or joins, and adds what it means to `judged`. */
function judgeSpecimen(
  episodeId: string,
  specimen: Specimen,
  person: Person,
  { past, uses: before }: SoFar,
  judged: Judged[],
): SoFar {
  const merged = mergeReports(specimen);
  const { specimenId, collectedAt } = merged;
  const known = { specimen: merged, past: { ...past, uses: before }, person };
  const verdicts = merged.classes.map((result) =>
    judgeClass(specimen, { ...known, result, confirmationClosed: isClosed(specimen, result) }),
  );
  const newClasses = verdicts.flatMap(({ verdict, result }) => (verdict.establishesUse ? [result.drugClass] : []));
  const showing: Showing = { at: collectedAt, drugClasses: newClasses, specimenId };
  const newUseId = newClasses.length > 0 ? useFor(before, episodeId, showing, person.programme) : undefined;
  let uses = newUseId === undefined ? before : established(before, newUseId, showing);

  for (const one of verdicts) {
    const { result, verdict, rule } = one;
    if (verdict.joins !== undefined) uses = joined(uses, verdict.joins, specimenId, result.drugClass);
    const useId = verdict.establishesUse ? newUseId : verdict.joins;
    judged.push({
      specimenId,
      collectedAt,
      drugClass: result.drugClass,
      disposition: verdict.disposition,
      rule,
      ...(useId !== undefined && { useId }),
      tell: () => tell(one),
    });
  }
  const meanings = verdicts.map(({ result, verdict: { disposition } }) => ({ result, disposition }));
  return { past: addToPast(past, merged, meanings, person.programme), uses };
}

const isClosed = (specimen: Specimen, result: MergedClass): boolean =>
  specimen.confirmationClosed?.includes(result.drugClass) ?? false;
