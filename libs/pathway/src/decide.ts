import { recordAssessment } from './assessments/decide.ts';
import type { Command } from './commands.ts';
import { setAftercarePlan } from './aftercare/decide.ts';
import { recordOutreach } from './contact/decide.ts';
import { reject, type Context, type Decision } from './decision.ts';
import { recordAcknowledgedUse } from './drug-testing/acknowledge.ts';
import { recordDrugTestResult, recordMissedDrugTest, reviewDrugTest } from './drug-testing/decide.ts';
import { admit } from './episodes/admit.ts';
import { closeReferral } from './episodes/close-referral.ts';
import { dischargeEpisode } from './episodes/discharge.ts';
import { openEpisode } from './episodes/open.ts';
import { recordDeath } from './episodes/record-death.ts';
import { assignCareTeam } from './care-team/decide.ts';
import { giveConsent, revokeConsent } from './consents/decide.ts';
import { reopenEpisode } from './episodes/reopen.ts';
import { raiseCrisis, resolveCrisis } from './crises/decide.ts';
import { recordExternalEncounter } from './external-encounters/decide.ts';
import { declineSlot, offerSlot } from './slots/decide.ts';
import { scheduleDrugTest } from './scheduled-tests/decide.ts';
import { moveToProgrammeVersion } from './programme-versions/decide.ts';
import { recordSession } from './sessions/decide.ts';
import { setScreeningPlan } from './drug-testing/screening-plan.ts';
import { recordFollowUp } from './follow-up/decide.ts';
import { inTheFuture } from './facts-in-time.ts';
import { completeGoal, reopenGoal, setGoals, withdrawGoal } from './goals/decide.ts';
import { placeHold, releaseHold } from './holds/decide.ts';
import { recordInstrument } from './instruments/decide.ts';
import { endLeave, startLeave } from './leaves/decide.ts';
import type { Journey } from './journey.ts';
import { arrangeMedicationContinuity, endMedication, recordMedication } from './medications/decide.ts';
import { recordLivingSituation } from './person/living-situation.ts';
import { recordNaloxoneProvided } from './person/naloxone.ts';
import { endPregnancy, recordPregnancy } from './person/pregnancy.ts';
import { recordPatientDecision } from './patient-decisions/decide.ts';
import { recordMissedDoses } from './medications/missed-doses.ts';
import { assignTask, claimTask, snoozeTask } from './tasks/claim.ts';
import { completeTask } from './tasks/complete.ts';
import { recordTherapistMeeting } from './therapist-meetings/decide.ts';
import { recordInterimService } from './waiting/decide.ts';
import { withdrawFact } from './withdrawn-facts/decide.ts';
import { cancelTransition } from './transitions/cancel.ts';
import { changeLevelOfCare } from './transitions/change-level.ts';
import { failTransition } from './transitions/fail.ts';
import { completeHandOff, failHandOff, scheduleHandOff } from './transitions/hand-off.ts';
import { decideProposal } from './transitions/proposal.ts';

/**
 * What a wish becomes: the events to record (none when the fact is known already), or one rejection.
 * It records the fact, what it means, and what a person decides; what follows by rule is `advance`'s.
 * Every command rejects InTheFuture when it says to have happened more than 5 minutes ahead.
 */
export function decide(journey: Journey, command: Command, context: Context): Decision {
  const ahead = inTheFuture({ occurredAt: command.occurredAt }, context.now);
  if (ahead) return reject(ahead);

  switch (command.type) {
    case 'OpenEpisode':
      return openEpisode(journey, command, context);
    case 'Admit':
      return admit(journey, command, context);
    case 'RecordMedication':
      return recordMedication(journey, command, context);
    case 'EndMedication':
      return endMedication(journey, command, context);
    case 'RecordMissedDoses':
      return recordMissedDoses(journey, command, context);
    case 'ArrangeMedicationContinuity':
      return arrangeMedicationContinuity(journey, command);
    case 'SetScreeningPlan':
      return setScreeningPlan(journey, command);
    case 'RecordExternalEncounter':
      return recordExternalEncounter(journey, command, context);
    case 'RecordSession':
      return recordSession(journey, command, context);
    case 'RecordOutreach':
      return recordOutreach(journey, command, context);
    case 'SetAftercarePlan':
      return setAftercarePlan(journey, command);
    case 'RecordDrugTestResult':
      return recordDrugTestResult(journey, command, context);
    case 'RecordMissedDrugTest':
      return recordMissedDrugTest(journey, command, context);
    case 'RecordAcknowledgedUse':
      return recordAcknowledgedUse(journey, command, context);
    case 'ScheduleDrugTest':
      return scheduleDrugTest(journey, command);
    case 'ReviewDrugTest':
      return reviewDrugTest(journey, command, context);
    case 'SetGoals':
      return setGoals(journey, command);
    case 'CompleteGoal':
      return completeGoal(journey, command);
    case 'ReopenGoal':
      return reopenGoal(journey, command);
    case 'WithdrawGoal':
      return withdrawGoal(journey, command);
    case 'ChangeLevelOfCare':
      return changeLevelOfCare(journey, command, context);
    case 'ScheduleHandOff':
      return scheduleHandOff(journey, command);
    case 'CompleteHandOff':
      return completeHandOff(journey, command, context);
    case 'FailHandOff':
      return failHandOff(journey, command);
    case 'FailTransition':
      return failTransition(journey, command);
    case 'RecordPatientDecision':
      return recordPatientDecision(journey, command, context);
    case 'RecordTherapistMeeting':
      return recordTherapistMeeting(journey, command, context);
    case 'OfferSlot':
      return offerSlot(journey, command, context);
    case 'DeclineSlot':
      return declineSlot(journey, command);
    case 'PlaceHold':
      return placeHold(journey, command, context);
    case 'ReleaseHold':
      return releaseHold(journey, command);
    case 'RecordAssessment':
      return recordAssessment(journey, command, context);
    case 'RecordInstrument':
      return recordInstrument(journey, command, context);
    case 'RecordPregnancy':
      return recordPregnancy(journey, command, context);
    case 'EndPregnancy':
      return endPregnancy(journey, command, context);
    case 'RecordNaloxoneProvided':
      return recordNaloxoneProvided(journey, command, context);
    case 'RecordLivingSituation':
      return recordLivingSituation(journey, command, context);
    case 'RaiseCrisis':
      return raiseCrisis(journey, command);
    case 'ResolveCrisis':
      return resolveCrisis(journey, command);
    case 'StartLeave':
      return startLeave(journey, command, context);
    case 'EndLeave':
      return endLeave(journey, command, context);
    case 'DecideProposal':
      return decideProposal(journey, command, context);
    case 'CancelTransition':
      return cancelTransition(journey, command, context);
    case 'GiveConsent':
      return giveConsent(journey, command, context);
    case 'RevokeConsent':
      return revokeConsent(journey, command, context);
    case 'AssignCareTeam':
      return assignCareTeam(journey, command);
    case 'ClaimTask':
      return claimTask(journey, command, context);
    case 'AssignTask':
      return assignTask(journey, command, context);
    case 'SnoozeTask':
      return snoozeTask(journey, command, context);
    case 'CompleteTask':
      return completeTask(journey, command);
    case 'CloseReferral':
      return closeReferral(journey, command, context);
    case 'RecordInterimService':
      return recordInterimService(journey, command, context);
    case 'WithdrawFact':
      return withdrawFact(journey, command, context);
    case 'DischargeEpisode':
      return dischargeEpisode(journey, command, context);
    case 'ReopenEpisode':
      return reopenEpisode(journey, command, context);
    case 'MoveToProgrammeVersion':
      return moveToProgrammeVersion(journey, command, context);
    case 'RecordFollowUp':
      return recordFollowUp(journey, command, context);
    case 'RecordDeath':
      return recordDeath(journey, command, context);
  }
}
