import type { CommandOf } from '../../commands.ts';
import { decide } from '../../decide.ts';
import type { Context } from '../../decision.ts';
import { endedByDeath } from '../../episodes/record-death.ts';
import type { CareEventOf, EventType } from '../../events.ts';
import { foldAhead } from '../../fold-ahead.ts';
import type { OpenedJourney } from '../../journey.ts';
import type { DrugClass } from '../../vocabulary.ts';
import { said } from '../commands.ts';
import { standingFacts, withdrawn } from '../withdrawn-facts.ts';
import type { Checks } from './walk.ts';

/** What only people do, whatever the facts (pathway §5, 6). */
const neverByRule: readonly EventType[] = [
  'EpisodeDischarged',
  'ReferralClosed',
  'MedicationEnded',
  'ConsentGiven',
  'Admitted',
];
const opioids: readonly DrugClass[] = ['opioids', 'heroin', 'fentanyl', 'methadone', 'oxycodone'];

/** Of safety: what is searched for in every journey. */
export const ofSafety: Checks = {
  'safety: has no rule that discharges, admits, stops a medication, or tells somebody else': ({ lived }) => {
    const byRule = lived.events.filter(({ actor }) => actor.kind === 'rule').map(({ type }) => type);
    expect(byRule.filter((type) => neverByRule.includes(type))).toEqual([]);
  },
  'safety: is moved to detox by rule only with a sign of withdrawal risk': ({ lived, programme }) => {
    for (const event of lived.events) {
      if (event.type !== 'TransitionStarted' || event.actor.kind !== 'rule') continue;
      const { to, transitionId } = event.data;
      if (programme.levels[to]?.kind !== 'withdrawal-management') continue;
      const considered = lived.events.flatMap((one) =>
        one.type === 'TransitionConsidered' && one.data.transitionId === transitionId ? one.data.rules : [],
      );
      expect(considered.find(({ rule }) => rule === 'withdrawal-risk')?.held).toBe(true);
    }
  },
  'safety: has an overdose check for every positive for an opioid that nothing explains, whatever else holds': ({
    rests,
  }) => {
    for (const { journey, step } of rests) {
      if (step.type !== 'RecordDrugTestResult' || journey.status === 'not-opened' || endedByDeath(journey)) continue;
      const standing = journey.specimens.some(({ specimenId }) => specimenId === step.specimenId);
      const taken = journey.medications.length + journey.externalEncounters.length > 0;
      const positive = step.results.some(
        ({ outcome, drugClass }) => outcome === 'positive' && opioids.includes(drugClass),
      );
      if (!standing || taken || !positive) continue;
      expect(journey.tasks.filter(({ kind }) => kind === 'overdose-check')).not.toEqual([]);
    }
  },
  '11: means the same when a drug test is withdrawn and told again': ({ lived }) => {
    const journey = lived.opened();
    const context = lived.context();
    const tests = standingFacts(journey).filter((event) => event.type === 'DrugTestResultRecorded');
    for (const event of [tests.at(0), tests.at(-1)]) {
      if (event?.type !== 'DrugTestResultRecorded') continue;
      const without = recorded(journey, withdrawn(event.id, context.now), context);
      expect(dispositions(recorded(without, toldAgain(event, context.now), lived.context()))).toEqual(
        dispositions(journey),
      );
    }
  },
};

function recorded(
  journey: OpenedJourney,
  command: CommandOf<'WithdrawFact'> | CommandOf<'RecordDrugTestResult'>,
  context: Context,
): OpenedJourney {
  const own = { ...context, eventId: (index: number) => `event-${journey.version + 1 + index}` };
  const decision = decide(journey, command, own);
  expect(decision).toMatchObject({ accepted: true });
  return decision.accepted ? foldAhead(journey, decision.events, command, own) : journey;
}

function toldAgain(event: CareEventOf<'DrugTestResultRecorded'>, at: string): CommandOf<'RecordDrugTestResult'> {
  const { reason: _sealed, ...report } = event.data;
  return { type: 'RecordDrugTestResult', ...said(at, 'nurse'), ...report };
}

const dispositions = ({ specimens }: OpenedJourney) =>
  specimens
    .map(({ specimenId, judgements }) =>
      [
        specimenId,
        ...Object.entries(judgements).map(([drugClass, judged]) => `${drugClass} ${judged.disposition}`),
      ].toSorted(),
    )
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
