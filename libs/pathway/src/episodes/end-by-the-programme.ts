import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Active } from '../journey.ts';
import { moudTaken } from '../medications/explains.ts';
import type { Rejection } from '../rejections.ts';
import { sameContent } from '../same-content.ts';
import { plusHours } from '../time.ts';
import type { Termination } from './commands.ts';
import { endOfCare } from './end-of-care.ts';

/**
 * The programme ends an episode: the last resort, by two people. The first asks for it and says what was done before
 * (warning, referral, medication plan, appeal); the episode goes on until a second person sends the same command, which
 * may leave out what the first has said. Nobody's name in a field stands for the second person.
 * Never for use alone: abstinence is no condition of care (ASAM, Engagement and Retention of Nonabstinent Patients, 2024).
 * Rejects: RoleNotAllowed (a machine), ReasonRequired, InTheFuture, TerminationIncomplete, DrugTestIsNoGroundForDischarge.
 */
export function endByTheProgramme(journey: Active, command: CommandOf<'DischargeEpisode'>, context: Context): Decision {
  const { actor, at, reason, destination } = command;
  const request = journey.terminationRequest;
  const termination = { ...request?.termination, ...command.termination };
  const refused = notYet(journey, command, termination, context);
  if (refused) return reject(refused);

  if (request && request.by !== actor.id)
    return accept(...endOfCare(journey, { ...command, termination }, context.now));
  if (request?.at === at && sameContent(request.termination, termination)) return nothingNew;
  const lapsesAt = plusHours(context.now, context.programme.discharge.secondPersonHours);
  const data = { at, termination, lapsesAt, ...(destination && { destination }), ...(reason && { reason }) };
  return accept({ type: 'TerminationRequested', occurredAt: command.occurredAt, data });
}

function notYet(
  journey: Active,
  { actor, at, reason }: CommandOf<'DischargeEpisode'>,
  termination: Termination,
  { now, programme }: Context,
): Rejection | undefined {
  if (actor.kind !== 'person') return { type: 'RoleNotAllowed', role: actor.role, needs: ['person'] };
  if (reason === undefined) return { type: 'ReasonRequired' };
  if (onlyTestsAgainst(journey)) return { type: 'DrugTestIsNoGroundForDischarge' };
  const ahead = inTheFuture({ 'termination.warnedAt': termination.warnedAt }, now);
  if (ahead) return ahead;

  const missing = steps.filter((step) => termination[step] === undefined);
  // A warning that came with the end was none; a medication for opioid use disorder goes on, unless the person says no.
  if (termination.warnedAt !== undefined && termination.warnedAt >= at) missing.push('warnedAt');
  const goesOn = termination.medicationPlan !== 'not-possible' || moudTaken(journey, programme, at).length === 0;
  if (!goesOn) missing.push('medicationPlan');
  return missing.length > 0 ? { type: 'TerminationIncomplete', missing } : undefined;
}

const steps: readonly (keyof Termination)[] = ['warnedAt', 'referral', 'medicationPlan', 'appealInformation'];

/**
 * As far as the record can tell: in this stay there is a use or a test that is not plainly negative or explained
 * (a residual or baseline too is a positive that somebody may hold against the person), and nothing else
 * (no missed session, hand-off or collection) that could be the ground. The reason itself is sealed.
 */
function onlyTestsAgainst(journey: Active): boolean {
  const { since } = journey.stay;
  const speaksForNothing = ['negative', 'expected-prescribed', 'superseded'];
  const tests =
    journey.uses.some((use) => !use.withdrawn && use.at >= since) ||
    journey.specimens.some(
      (specimen) =>
        specimen.collectedAt >= since &&
        Object.values(specimen.judgements).some(({ disposition }) => !speaksForNothing.includes(disposition)),
    );
  const missedHandOff =
    journey.transition !== undefined && journey.transition.state === 'started' && journey.transition.missed > 0;
  const otherwise =
    missedHandOff ||
    journey.sessions.some((session) => session.attendance === 'missed' && session.startedAt >= since) ||
    journey.notCollected.some(({ outcome, dueAt }) => outcome === 'missed' && dueAt >= since);
  return tests && !otherwise;
}
