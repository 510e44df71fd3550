import type { JourneyView } from '@stepway/contracts';
import {
  endOfLeave,
  goalDomainsWithoutGoal,
  openScheduledTests,
  type Journey,
  type OpenedJourney,
} from '@stepway/pathway';
import type { Change } from '../change.ts';
import type { RowContext } from '../row-context.ts';
import { openTransition, transitionView } from '../transition-view.ts';
import { leaveView } from '../leave-view.ts';
import { terminationView } from '../termination-view.ts';
import { patientDecisionView, slotView } from './say-view.ts';
import { consentView } from './consent-view.ts';
import { specimenView } from './specimen-view.ts';
import { assessmentView, entryView } from './assessment-view.ts';
import { instrumentView, personView } from './person-view.ts';
import { taskView } from './task-view.ts';
import type { JourneyRow, SpecimenRow } from './table.ts';

/** A journey's page without its specimens. */
export type JourneyHeader = Omit<JourneyView, 'specimens'>;

/** What is known of one journey now? */
export const projectJourney = ({ after }: Change, context: RowContext): readonly JourneyRow[] => [
  {
    episode_id: after.episodeId,
    version: after.version,
    patient_id: after.patientId,
    header: JSON.stringify(journeyHeader(after, context)),
  },
];

/** Only specimens that these events touched: a fold keeps the others as they are. */
export function projectSpecimens({ before, after }: Change): readonly SpecimenRow[] {
  const known = new Set(specimensOf(before));
  return after.specimens
    .filter((specimen) => !known.has(specimen))
    .map((specimen) => ({
      episode_id: after.episodeId,
      specimen_id: specimen.specimenId,
      collected_at: specimen.collectedAt,
      view: JSON.stringify(specimenView(specimen)),
    }));
}

const specimensOf = (journey: Journey) => (journey.status === 'not-opened' ? [] : journey.specimens);

export function journeyHeader(journey: OpenedJourney, { nextDue, programme }: RowContext): JourneyHeader {
  const transition = openTransition(journey);
  return {
    episodeId: journey.episodeId,
    patientId: journey.patientId,
    version: journey.version,
    status: journey.status,
    programme: journey.programme,
    siteId: journey.siteId,
    level: journey.status === 'active' ? journey.stay.level : null,
    levelSince: journey.status === 'active' ? journey.stay.since : null,
    openedAt: journey.openedAt,
    previousEpisodeId: journey.previousEpisodeId ?? null,
    dischargedAt: journey.status === 'discharged' ? journey.dischargedAt : null,
    dischargeReason: journey.status === 'discharged' ? journey.reasonCode : null,
    diedAt: journey.death?.at ?? null,
    discharges: journey.discharges.map(({ at, reasonCode, level, patientDirected }) => ({
      at,
      reasonCode,
      level,
      patientDirected,
    })),
    followUps: journey.followUps.map(({ eventId: _told, ...followUp }) => followUp),
    termination: terminationView(journey),
    transition: transition === undefined ? null : transitionView(transition),
    patientDecisions: journey.patientDecisions.map(patientDecisionView).toReversed(),
    therapistMeetings: journey.therapistMeetings
      .map(({ meetingId, heldAt, outcome }) => ({ meetingId, heldAt, outcome }))
      .toReversed(),
    slots: journey.slots.map(slotView).toReversed(),
    holds: journey.holds.map(({ holdId, placedAt, until, endedAt }) => ({
      holdId,
      placedAt,
      until,
      endedAt: endedAt ?? null,
    })),
    leaves: journey.leaves
      .map((leave) => ({ ...leaveView(leave), level: leave.level, endedAt: endOfLeave(leave, journey) ?? null }))
      .toReversed(),
    crises: journey.crises.map(({ crisisId, kind, raisedAt, actions, resolved }) => ({
      crisisId,
      kind,
      raisedAt,
      actions: [...new Set([...actions, ...(resolved?.actions ?? [])])],
      resolvedAt: resolved?.at ?? null,
    })),
    consents: journey.consents.flatMap(consentView),
    careTeam: [...journey.careTeam],
    goals: journey.goals.map(({ goalId, domain, level, state, completedAt, withdrawnAt }) => ({
      goalId,
      domain,
      level,
      state,
      completedAt: completedAt ?? null,
      withdrawnAt: withdrawnAt ?? null,
    })),
    goalDomainsWithoutGoal: [...goalDomainsWithoutGoal(journey, programme)],
    attendanceWeeks: journey.attendanceWeeks
      .map(({ weekOf, level, attendedMinutes, scheduledMinutes, minimumMinutes }) => ({
        weekOf,
        level,
        attendedMinutes,
        scheduledMinutes,
        minimumMinutes: minimumMinutes ?? null,
      }))
      .toReversed(),
    outreach: journey.outreach
      .map(({ outreachId, at, channel, reached }) => ({ outreachId, at, channel, reached }))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    aftercarePlan: aftercarePlan(journey),
    scheduledTests: openScheduledTests(journey, programme).map(({ from, dueAt, cause }) => ({ from, dueAt, cause })),
    testsNotCollected: journey.notCollected.map(({ dueAt, outcome }) => ({ dueAt, outcome })),
    acknowledgedUses: journey.acknowledgedUses.map(({ drugClass, lastUseAt }) => ({ drugClass, lastUseAt })),
    medications: journey.medications.map(({ medicationId, medication, from, to, missedDoses = [] }) => ({
      medicationId,
      medication,
      from,
      to: to ?? null,
      missedDoses: missedDoses.map((missed) => ({ from: missed.from, to: missed.to, doses: missed.doses })),
    })),
    externalEncounters: journey.externalEncounters.map(({ encounterId, kind, from, to, drugsGiven }) => ({
      encounterId,
      kind,
      from,
      ...(to !== undefined && { to }),
      ...(drugsGiven && { drugsGiven }),
    })),
    person: personView(journey),
    entry: entryView(journey, programme),
    assessments: journey.assessments.toSorted((a, b) => (a.assessedAt < b.assessedAt ? 1 : -1)).map(assessmentView),
    instruments: journey.instruments.toSorted((a, b) => (a.at < b.at ? 1 : -1)).map(instrumentView),
    uses: journey.uses
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ useId, drugClasses, at }) => ({ useId, drugClasses: [...drugClasses], at })),
    stays: journey.stays.map(({ level, since, until }) => ({ level, since, until: until ?? null })),
    tasks: journey.tasks.filter(({ state }) => state === 'open').map((task) => taskView(journey, task)),
    nextDue,
  };
}

function aftercarePlan({ aftercarePlans }: OpenedJourney): JourneyHeader['aftercarePlan'] {
  const plan = aftercarePlans.at(-1);
  if (plan === undefined) return null;
  return {
    setAt: plan.setAt,
    parts: plan.parts.map(({ part, everyDays }) => ({ part, everyDays: everyDays ?? null })),
  };
}
