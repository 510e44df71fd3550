import type { RuleTried } from '../events.ts';
import type { Opened, Review, Specimen } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { plusHours, type Instant } from '../time.ts';
import type { Disposition, DrugClass } from '../vocabulary.ts';
import type { ClassFacts, EarlierUse, Negative, NotHeld, Past, Person, Rule, Verdict } from './facts.ts';
import { mergeReports, type MergedClass, type MergedSpecimen } from './merge.ts';
import { measure } from './rise.ts';
import { rulesInOrder } from './rules/in-order.ts';
import { applyReview } from './rules/reviewed.ts';
import { findingOf } from './validity.ts';

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

/** A use as the facts establish it (pathway §4, "One use"). */
export interface JudgedUse {
  readonly useId: string;
  readonly drugClasses: readonly DrugClass[];
  readonly specimenIds: readonly string[];
  readonly at: Instant;
}

export interface Judgements {
  readonly judged: readonly Judged[];
  readonly uses: readonly JudgedUse[];
}

/** What the facts of a journey are judged by: its specimens with their reviews, medications, and admission. */
export type JudgedFacts = Pick<Opened, 'episodeId' | 'specimens' | 'medications' | 'stays'>;

/**
 * Says what each class of each specimen means, and which uses follow: a pure function of all facts,
 * taken in order of collection (ties by specimen id), so that any order of arrival ends alike (pathway §4).
 * Cost: one pass over specimens and classes; sentences are made only when told.
 */
export function judge(facts: JudgedFacts, programme: Programme): Judgements {
  const specimens = facts.specimens
    .map((specimen): readonly [Specimen, MergedSpecimen] => [specimen, mergeReports(specimen)])
    .sort(([, a], [, b]) => inOrderOfCollection(a, b));
  const person = personOf(
    facts,
    specimens.map(([, merged]) => merged),
    programme,
  );
  const judged: Judged[] = [];
  const uses = new Map<string, OpenUse>();
  let past: Past = { uses: [], negatives: {}, measured: {}, dilutes: [] };

  for (const [specimen, merged] of specimens) {
    const verdicts = merged.classes.map((result) =>
      judgeClass(specimen, { specimen: merged, result, past, person, confirmationClosed: isClosed(specimen, result) }),
    );
    const newUseId = joinOrEstablish(facts.episodeId, merged, verdicts, uses, programme);
    for (const { facts: classFacts, verdict, rule, tried } of verdicts) {
      const useId = verdict.establishesUse ? newUseId : verdict.joins;
      judged.push({
        specimenId: merged.specimenId,
        collectedAt: merged.collectedAt,
        drugClass: classFacts.result.drugClass,
        disposition: verdict.disposition,
        rule,
        ...(useId !== undefined && { useId }),
        tell: () => told(verdict, rule, tried),
      });
    }
    past = after(past, merged, verdicts, uses, programme);
  }
  return { judged, uses: [...uses.values()].map(asJudgedUse) };
}

function inOrderOfCollection(a: MergedSpecimen, b: MergedSpecimen): number {
  if (a.collectedAt !== b.collectedAt) return a.collectedAt < b.collectedAt ? -1 : 1;
  return a.specimenId < b.specimenId ? -1 : 1;
}

const isClosed = (specimen: Specimen, result: MergedClass): boolean =>
  specimen.confirmation?.closed?.includes(result.drugClass) ?? false;

function personOf(facts: JudgedFacts, specimens: readonly MergedSpecimen[], programme: Programme): Person {
  const admittedAt = facts.stays[0]?.since;
  const reportedUse: Partial<Record<DrugClass, Instant>> = {};
  for (const { classes } of specimens)
    for (const { drugClass, acknowledgedUseAt: at } of classes) {
      if (at === undefined || admittedAt === undefined || at > admittedAt) continue;
      const known = reportedUse[drugClass];
      if (known === undefined || at > known) reportedUse[drugClass] = at;
    }
  return { ...(admittedAt !== undefined && { admittedAt }), medications: facts.medications, programme, reportedUse };
}

interface ClassVerdict {
  readonly facts: ClassFacts;
  readonly verdict: Verdict;
  readonly rule: string;
  readonly tried: readonly Tried[];
}
interface Tried {
  readonly rule: Rule;
  readonly came: Verdict | NotHeld;
}

function judgeClass(specimen: Specimen, facts: ClassFacts): ClassVerdict {
  const tried: Tried[] = [];
  for (const rule of rulesInOrder) {
    const came = rule.judge(facts);
    tried.push({ rule, came });
    if (!came.holds) continue;
    const review = standingReview(specimen, facts.result.drugClass);
    const reviewed = review && applyReview(review, came, facts);
    if (reviewed) return { facts, verdict: reviewed, rule: 'reviewed', tried };
    return { facts, verdict: came, rule: rule.name, tried };
  }
  throw new Error(`no rule says what ${facts.result.drugClass} of specimen ${facts.specimen.specimenId} means`);
}

/** The clinician's last word on this class. */
const standingReview = ({ reviews }: Specimen, drugClass: DrugClass): Review | undefined =>
  reviews.length === 0
    ? undefined
    : reviews
        .filter((review) => review.drugClass === drugClass)
        .reduce<Review | undefined>((last, one) => (last === undefined || one.at >= last.at ? one : last), undefined);

function told(verdict: Verdict, rule: string, tried: readonly Tried[]): ReturnType<Judged['tell']> {
  const rules: RuleTried[] = tried.map(({ rule: { name }, came }) => ({
    rule: name,
    held: came.holds,
    saw: came.saw(),
  }));
  if (rule === 'reviewed') rules.push({ rule, held: true, saw: verdict.saw() });
  return {
    explanation: verdict.sentence(),
    // A plain negative needs no record of what did not apply.
    rules: rule === 'negative' ? rules.slice(-1) : rules,
  };
}

interface OpenUse {
  readonly useId: string;
  readonly at: Instant;
  readonly shownAt: Partial<Record<DrugClass, Instant>>;
  readonly drugClasses: Set<DrugClass>;
  readonly specimenIds: Set<string>;
}

/**
 * The use that this specimen's new classes belong to. Classes of one specimen are one use; so are different
 * classes collected within 72 h of its first collection. A class that the open use has shown already and that
 * is no residual of it is another use, and takes the specimen's other new classes with it.
 */
function joinOrEstablish(
  episodeId: string,
  specimen: MergedSpecimen,
  verdicts: readonly ClassVerdict[],
  uses: Map<string, OpenUse>,
  programme: Programme,
): string | undefined {
  for (const { verdict, facts } of verdicts) {
    const joined = verdict.joins === undefined ? undefined : uses.get(verdict.joins);
    joined?.drugClasses.add(facts.result.drugClass);
    joined?.specimenIds.add(specimen.specimenId);
  }
  const newClasses = verdicts.flatMap(({ verdict, facts }) => (verdict.establishesUse ? [facts.result.drugClass] : []));
  if (newClasses.length === 0) return undefined;

  const last = [...uses.values()].at(-1);
  const near = last && specimen.collectedAt <= plusHours(last.at, programme.uses.mergeWithinHours);
  const use =
    last && near && newClasses.every((drugClass) => last.shownAt[drugClass] === undefined)
      ? last
      : {
          useId: `${episodeId}.use.${specimen.specimenId}`,
          at: specimen.collectedAt,
          shownAt: {},
          drugClasses: new Set<DrugClass>(),
          specimenIds: new Set<string>(),
        };
  uses.set(use.useId, use);
  use.specimenIds.add(specimen.specimenId);
  for (const drugClass of newClasses) {
    use.drugClasses.add(drugClass);
    use.shownAt[drugClass] = specimen.collectedAt;
  }
  return use.useId;
}

/** What later specimens may look back on, this one included. */
function after(
  past: Past,
  specimen: MergedSpecimen,
  verdicts: readonly ClassVerdict[],
  uses: ReadonlyMap<string, OpenUse>,
  programme: Programme,
): Past {
  const negatives = { ...past.negatives };
  const measured = { ...past.measured };
  let established = false;
  for (const { facts, verdict } of verdicts) {
    const { drugClass } = facts.result;
    if (verdict.establishesUse) established = true;
    // Only what the rules accept as a valid negative clears; a clinician's word changes no measurement.
    if (clears(facts, verdict))
      negatives[drugClass] = [...(negatives[drugClass] ?? []), negativeOf(specimen, facts.result)];
    const measurement = facts.result.outcome === 'positive' && measure(specimen, facts.result);
    if (measurement) measured[drugClass] = [...(measured[drugClass] ?? []), measurement];
  }
  const dilute = findingOf(specimen, programme) === 'dilute';
  return {
    uses: established ? [...uses.values()].map(asEarlierUse) : past.uses,
    negatives,
    measured,
    dilutes: dilute ? [...past.dilutes, specimen.collectedAt] : past.dilutes,
  };
}

const clears = ({ result }: ClassFacts, { disposition }: Verdict): boolean =>
  result.outcome === 'negative' && (disposition === 'negative' || disposition === 'unexpected-absence');

function negativeOf({ collectedAt, matrix }: MergedSpecimen, { stage, results }: MergedClass): Negative {
  const cutoffs = results.flatMap((result) => (result.cutoff === undefined ? [] : [result.cutoff]));
  return {
    at: collectedAt,
    matrix,
    definitive: stage === 'definitive',
    ...(cutoffs.length > 0 && { cutoff: Math.max(...cutoffs) }),
  };
}

const asEarlierUse = ({ useId, at, shownAt }: OpenUse): EarlierUse => ({ useId, at, shownAt: { ...shownAt } });

const asJudgedUse = ({ useId, at, drugClasses, specimenIds }: OpenUse): JudgedUse => ({
  useId,
  at,
  drugClasses: [...drugClasses].sort(),
  specimenIds: [...specimenIds],
});
