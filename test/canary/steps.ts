import type { CommandType } from '@stepway/pathway';
import { hoursAgo, type Answer } from '../clinic/clinic.ts';
import { field } from './canary.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A journey on its walk. What is sent must be accepted; each command gets a reason of its own. */
export interface Walk {
  readonly send: (type: CommandType, fields: Fields) => Promise<Answer>;
  /** The id of the open move, once it is in this state. */
  readonly move: (state: string) => Promise<string>;
  /** The id of the open task of this kind, once there is one. */
  readonly task: (kind: string) => Promise<string>;
}

export async function admission({ send }: Walk): Promise<void> {
  await send('Admit', { level: 'iop', attendedAt: hoursAgo(50 * 24) });
}

export async function medications({ send }: Walk): Promise<void> {
  await send('RecordMedication', { medicationId: 'm1', medication: 'methadone', kind: 'moud', from: hoursAgo(900) });
  await send('ArrangeMedicationContinuity', {
    medicationId: 'm1',
    nextDoseAt: hoursAgo(801),
    place: field('place'),
  });
  await send('RecordMissedDoses', { medicationId: 'm1', from: hoursAgo(850), to: hoursAgo(826), doses: 2 });
  await send('EndMedication', { medicationId: 'm1', at: hoursAgo(800) });
}

export async function sessions({ send }: Walk): Promise<void> {
  const group = {
    sessionId: 's1',
    type: 'group',
    minutes: 60,
    attendance: 'attended',
    modality: 'cbt',
    track: 'evening',
    setting: 'on-site',
    participants: 'group',
    groupId: 'evening-skills',
  };
  await send('RecordSession', { ...group, startedAt: hoursAgo(30) });
}

export async function externalEncounters({ send }: Walk): Promise<void> {
  const drugsGiven = [{ medication: 'morphine' }, { medication: 'other', drugClasses: ['benzodiazepines'] }];
  const encounter = { encounterId: 'e1', kind: 'procedure', from: hoursAgo(40 * 24), to: hoursAgo(39 * 24) };
  await send('RecordExternalEncounter', { ...encounter, drugsGiven });
}

export async function contact({ send }: Walk): Promise<void> {
  await send('RecordOutreach', { outreachId: 'o1', at: hoursAgo(29), channel: 'phone', reached: true });
  await send('SetAftercarePlan', { parts: [{ part: 'telephone-check-ups', everyDays: 14 }] });
}

export async function goals({ send }: Walk): Promise<void> {
  const words = { text: field('goal'), measure: field('measure') };
  await send('SetGoals', { goals: ['g1', 'g2'].map((goalId) => ({ goalId, domain: 'health', ...words })) });
  await send('CompleteGoal', { goalId: 'g1', evidence: field('evidence') });
  await send('ReopenGoal', { goalId: 'g1' });
  await send('WithdrawGoal', { goalId: 'g1' });
}

export async function consents({ send }: Walk): Promise<void> {
  await send('GiveConsent', {
    consentId: 'k1',
    kind: 'single-recipient',
    discloser: 'named',
    discloserName: field('discloserName'),
    recipients: [{ recipientId: 'shelter-1', name: field('name') }],
    intermediaryId: 'hie-1',
    intermediaryName: field('intermediaryName'),
    purposes: ['housing'],
    information: ['attendance'],
    description: field('description'),
    statements: ['right-to-revoke'],
    expires: { on: 'date', at: hoursAgo(-24 * 90) },
    signedAt: hoursAgo(20),
    signatures: [{ who: 'patient', name: field('name') }],
  });
  await send('RevokeConsent', { consentId: 'k1', at: hoursAgo(1) });
}

export async function careTeam({ send }: Walk): Promise<void> {
  await send('AssignCareTeam', { members: [{ staffId: 'therapist-1', role: 'therapist' }] });
}

export async function crises({ send, task }: Walk): Promise<void> {
  await send('RaiseCrisis', { crisisId: 'c1', kind: 'suicidality', actions: ['called-988'] });
  await send('ClaimTask', { taskId: await task('crisis') });
  await send('ResolveCrisis', { crisisId: 'c1', actions: ['safety-plan-made'] });
}

export async function leaves({ send }: Walk): Promise<void> {
  await send('StartLeave', { leaveId: 'l1', kind: 'hospital', at: hoursAgo(28) });
  await send('EndLeave', { leaveId: 'l1', at: hoursAgo(27) });
}

export async function holds({ send }: Walk): Promise<void> {
  await send('PlaceHold', { holdId: 'h1', until: hoursAgo(-24) });
  await send('ReleaseHold', { holdId: 'h1' });
}

export async function assessments({ send }: Walk): Promise<void> {
  const dimensions = [1, 2, 3, 4, 5, 6].map((dimension) => ({
    dimension,
    ...(dimension < 6 && { minimumLevel: dimension === 4 ? '2.1' : 'ANY' }),
    evidence: field(`evidence of dimension ${dimension}`),
  }));
  await send('RecordAssessment', { assessmentId: 'a1', assessedAt: hoursAgo(49 * 24), edition: 4, dimensions });
}

export async function instruments({ send }: Walk): Promise<void> {
  const symptoms = ['nervous', 'worry-control', 'worry-much', 'relaxing', 'restless', 'irritable', 'afraid'];
  const answers = Object.fromEntries(symptoms.map((symptom) => [symptom, 1]));
  await send('RecordInstrument', { instrumentId: 'i1', instrument: 'gad-7', at: hoursAgo(28), answers });
}

export async function person({ send }: Walk): Promise<void> {
  await send('RecordPregnancy', { pregnancyId: 'p1', from: hoursAgo(700) });
  await send('EndPregnancy', { pregnancyId: 'p1', at: hoursAgo(600) });
  await send('RecordNaloxoneProvided', { at: hoursAgo(500) });
  await send('RecordLivingSituation', { at: hoursAgo(500), situation: 'sober-living' });
}

/** Ends with a positive that is reported so late that it only proposes a move. */
export async function drugTesting({ send }: Walk): Promise<void> {
  await send('SetScreeningPlan', { from: hoursAgo(40 * 24), drugClasses: ['cocaine', 'opioids'] });
  await send('RecordAcknowledgedUse', { drugClass: 'cannabis', lastUseAt: hoursAgo(60 * 24) });
  await send('ScheduleDrugTest', { dueAt: hoursAgo(-48), cause: 'for-cause', drugClasses: ['fentanyl'] });
  await send('RecordMissedDrugTest', { dueAt: hoursAgo(29), outcome: 'missed' });
  const report = { specimenId: 'S-1', collectedAt: hoursAgo(20 * 24), reportedAt: hoursAgo(1), status: 'final' };
  const cocaine = { drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' };
  await send('RecordDrugTestResult', { ...report, validity: { finding: 'valid' }, results: [cocaine] });
}

/** The move that the positive proposed: approved, on its way, and given up after the review of the test. */
export async function proposedMove({ send, move, task }: Walk): Promise<void> {
  await send('DecideProposal', { transitionId: await move('proposed'), decision: 'approve' });
  const transitionId = await move('started');
  await send('ScheduleHandOff', { transitionId, appointmentAt: hoursAgo(-48) });
  await send('FailHandOff', { transitionId, reasonCode: 'did-not-attend' });
  const taskId = await task('reassessment');
  await send('AssignTask', { taskId, to: { staffId: 'therapist-2', role: 'therapist' } });
  await send('SnoozeTask', { taskId, until: hoursAgo(-30) });
  await send('CompleteTask', { taskId: await task('overdose-check') });
  await send('ReviewDrugTest', { specimenId: 'S-1', drugClass: 'cocaine', finding: 'unexpected-use' });
  await send('CancelTransition', { transitionId, reasonCode: 'clinician-retains' });
}

/** One move that is not made, and one that is: in each the person has a say. */
export async function movesByAPerson({ send }: Walk): Promise<void> {
  const changeTo = async (to: string): Promise<unknown> => {
    const { body: changed } = await send('ChangeLevelOfCare', { to, reasonCode: 'safety' });
    const started = (changed['events'] as { type: string; data: Fields }[]).find(
      ({ type }) => type === 'TransitionStarted',
    );
    return started?.data['transitionId'];
  };
  await send('OfferSlot', { slotId: 'slot-1', level: 'residential', startsAt: hoursAgo(-24) });
  await send('DeclineSlot', { slotId: 'slot-1' });
  await send('RecordTherapistMeeting', { meetingId: 'meeting-1', heldAt: hoursAgo(1), outcome: 'goals-remain' });
  await send('FailTransition', { transitionId: await changeTo('aftercare'), reasonCode: 'no-slot' });
  const transitionId = await changeTo('residential');
  const said = { transitionId, decision: 'agrees', at: hoursAgo(0), words: field('words') };
  await send('RecordPatientDecision', said);
  await send('CompleteHandOff', { transitionId, attendedAt: hoursAgo(0) });
}

/** Before the walk: somebody was referred, and did not come. */
export async function closedReferral(send: Walk['send']): Promise<void> {
  await send('CloseReferral', { at: hoursAgo(0), reasonCode: 'could-not-be-reached' });
}

/** Of somebody who was referred and waits. */
export async function waiting({ send }: Walk): Promise<void> {
  const services = ['hiv-tb-counselling'];
  await send('RecordInterimService', { interimServiceId: 'i1', services, at: hoursAgo(50 * 24) });
}

export async function withdrawnFacts({ send }: Walk): Promise<void> {
  const { body } = await send('RecordNaloxoneProvided', { at: hoursAgo(400) });
  const [told] = body['events'] as { id: string }[];
  await send('WithdrawFact', { eventId: told?.id, reasonCode: 'entered-in-error' });
}

/** @returns the answer to the last command of the walk */
export async function ending({ send }: Walk): Promise<Answer> {
  await send('MoveToProgrammeVersion', { programme: { id: 'standard-four', version: 1 } });
  await send('DischargeEpisode', { at: hoursAgo(0), reasonCode: 'other', destination: field('destination') });
  await send('RecordFollowUp', { point: 30, contactedAt: hoursAgo(0), contact: 'not-reached' });
  await send('ReopenEpisode', { level: 'iop', attendedAt: hoursAgo(0) });
  return send('RecordDeath', { at: hoursAgo(0) });
}
