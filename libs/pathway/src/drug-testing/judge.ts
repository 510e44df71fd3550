import type { RuleTried } from '../rule-tried.ts';
import type { Opened } from '../journey.ts';
import type { Review, Specimen } from './state.ts';
import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';
import { reviewFindings, type Disposition, type DrugClass } from '../vocabulary.ts';
import type { ClassFacts, NotHeld, Past, Person, Rule, Verdict } from './facts.ts';
import { mergeReports, type MergedClass, type MergedSpecimen } from './merge.ts';
import { addToPast, nothingBefore, type Meaning } from './past.ts';
import { personOf } from './person.ts';
import { rulesInOrder } from './rules/in-order.ts';
import { applyReview } from './rules/reviewed.ts';
import { EstablishedUses, type JudgedUse } from './uses.ts';

/** What one class of one specimen means. */
export interface Judged {
  readonly specimenId: string;
  readonly collectedAt: Instant;
  readonly drugClass: DrugClass;
  readonly disposition: Disposition;
  readonly rule: string;
  readonly useId?: string;
  /** In words: only asked for where the meaning is new. */
  readonly tell: () => { readonly explanation: string; readonly rules: readonly RuleTried[] };
}

export interface Judgements {
  readonly judged: readonly Judged[];
  readonly uses: readonly JudgedUse[];
}

/** What the facts of a journey are judged by: its specimens with their reviews, medications, assessments, and admission. */
type JudgedFacts = Pick<
  Opened,
  'episodeId' | 'specimens' | 'medications' | 'externalEncounters' | 'stays' | 'assessments'
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
  const specimens = facts.specimens
    .map((specimen): readonly [Specimen, MergedSpecimen] => [specimen, mergeReports(specimen)])
    .sort(([, a], [, b]) => inOrderOfCollection(a, b));
  const merged = specimens.map(([, one]) => one);
  const person = personOf(facts, merged, programme);
  const judged: Judged[] = [];
  const uses = new EstablishedUses();
  let past = nothingBefore;

  for (const [specimen, merged] of specimens) {
    const settled = merged.collectedAt < since;
    const meanings = settled
      ? recallSpecimen(specimen, merged, uses)
      : judgeSpecimen(facts.episodeId, specimen, { specimen: merged, past, person }, uses, judged);
    past = addToPast(past, merged, meanings, uses.soFar(), programme);
  }
  return { judged, uses: uses.all() };
}

function inOrderOfCollection(a: MergedSpecimen, b: MergedSpecimen): number {
  if (a.collectedAt !== b.collectedAt) return a.collectedAt < b.collectedAt ? -1 : 1;
  return a.specimenId < b.specimenId ? -1 : 1;
}

/** What is recorded of a specimen that nothing new can touch, with the uses it is part of. */
function recallSpecimen(specimen: Specimen, merged: MergedSpecimen, uses: EstablishedUses): readonly Meaning[] {
  const meanings: Meaning[] = [];
  for (const result of merged.classes) {
    const known = specimen.judgements[result.drugClass];
    if (known === undefined) continue;
    meanings.push({ result, disposition: known.disposition });
    if (known.useId === undefined) continue;
    if (known.disposition === 'unexpected-use') uses.establish(known.useId, merged, [result.drugClass]);
    else uses.join(known.useId, merged, result.drugClass);
  }
  return meanings;
}

/** Judges one specimen, notes the uses it establishes or joins, and adds what it means to `judged`. */
function judgeSpecimen(
  episodeId: string,
  specimen: Specimen,
  known: { readonly specimen: MergedSpecimen; readonly past: Past; readonly person: Person },
  uses: EstablishedUses,
  judged: Judged[],
): readonly Meaning[] {
  const merged = known.specimen;
  const verdicts = merged.classes.map((result) =>
    judgeClass(specimen, { ...known, result, confirmationClosed: isClosed(specimen, result) }),
  );
  const newClasses = verdicts.flatMap(({ verdict, result }) => (verdict.establishesUse ? [result.drugClass] : []));
  const newUseId = uses.useFor(episodeId, merged, newClasses, known.person.programme);
  if (newUseId !== undefined) uses.establish(newUseId, merged, newClasses);

  for (const { result, verdict, rule, tried } of verdicts) {
    if (verdict.joins !== undefined) uses.join(verdict.joins, merged, result.drugClass);
    const useId = verdict.establishesUse ? newUseId : verdict.joins;
    judged.push({
      specimenId: merged.specimenId,
      collectedAt: merged.collectedAt,
      drugClass: result.drugClass,
      disposition: verdict.disposition,
      rule,
      ...(useId !== undefined && { useId }),
      tell: () => tell(verdict, rule, tried),
    });
  }
  return verdicts.map(({ result, verdict: { disposition } }) => ({ result, disposition }));
}

const isClosed = (specimen: Specimen, result: MergedClass): boolean =>
  specimen.confirmation?.closed?.includes(result.drugClass) ?? false;

interface ClassVerdict {
  readonly result: MergedClass;
  readonly verdict: Verdict;
  readonly rule: string;
  readonly tried: readonly Tried[];
}
interface Tried {
  readonly rule: Rule;
  readonly came: Verdict | NotHeld;
}

function judgeClass(specimen: Specimen, facts: ClassFacts): ClassVerdict {
  const { result } = facts;
  const tried: Tried[] = [];
  for (const rule of rulesInOrder) {
    const came = rule.judge(facts);
    tried.push({ rule, came });
    if (!came.holds) continue;
    const review = standingReview(specimen, result.drugClass);
    const reviewed = review && applyReview(review, came, facts);
    return reviewed
      ? { result, verdict: reviewed, rule: 'reviewed', tried }
      : { result, verdict: came, rule: rule.name, tried };
  }
  throw new Error(`no rule says what ${result.drugClass} of specimen ${facts.specimen.specimenId} means`);
}

/** The clinician's last word on this class; of two at the same moment the same one, whichever came first. */
const standingReview = ({ reviews }: Specimen, drugClass: DrugClass): Review | undefined =>
  reviews
    .filter((review) => review.drugClass === drugClass)
    .toSorted(bySaid)
    .at(-1);

const bySaid = (a: Review, b: Review): number =>
  a.at === b.at ? reviewFindings.indexOf(b.finding) - reviewFindings.indexOf(a.finding) : a.at < b.at ? -1 : 1;

function tell(verdict: Verdict, rule: string, tried: readonly Tried[]): ReturnType<Judged['tell']> {
  const rules: RuleTried[] = tried.map(({ rule: { name }, came }) => ({
    rule: name,
    held: came.holds,
    saw: came.saw(),
  }));
  if (rule === 'reviewed') rules.push({ rule, held: true, saw: verdict.saw() });
  // A plain negative needs no record of what did not apply.
  return { explanation: verdict.sentence(), rules: rule === 'negative' ? rules.slice(-1) : rules };
}
