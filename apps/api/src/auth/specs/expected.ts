import type { FhirRouteName, PostRouteName, QueryName } from '@stepway/contracts';
import { roles, type CommandType, type Role } from '@stepway/pathway';

// What each role may do, as it is meant: read by people, held against the running API by `matrix.int.spec.ts`. A new
// question, command or route without a line here does not compile.
//
// C coordinator · T therapist · P prescriber · N nurse · W peer worker · D medical director · M programme manager ·
// O privacy officer · A administrator · S system (a machine that feeds facts)

const letters = 'CTPNWDMOAS';

/** Whether a line of the table has the role; one that is not as it should be fails the spec. */
export function has(line: string, role: Role): boolean {
  const cells = line.split(' ');
  const at = roles.indexOf(role);
  const cell = cells[at];
  if (cells.length !== roles.length || (cell !== '.' && cell !== letters[at])) throw new Error(`No line: ${line}`);
  return cell !== '.';
}

/** The line that was found. */
export const lineOf = (held: readonly boolean[]): string =>
  held.map((granted, at) => (granted ? (letters[at] ?? '?') : '.')).join(' ');

/** Who may ask what. */
export const asks: Readonly<Record<QueryName, string>> = {
  census: 'C T P N W D M O . S',
  episodes: 'C T P N W D M O . S',
  episode: 'C T P N W D M O . S',
  events: 'C T P N W D M O . S',
  decisions: 'C T P N W D M O . S',
  weeklyScreens: 'C T P N W D M O . S',
  handOffs: 'C T P N W D M O . S',
  proposals: 'C T P N W D M O . S',
  worklist: 'C T P N W D M O . S',
  worklistCounts: 'C T P N W D M O . S',
  waitingList: 'C T P N W D M O . S',
  capacity: 'C T P N W D M O A S',
  tests: 'C T P N . D . . . .',
  medications: 'C T P N . D . . . .',
  followUps: 'C T P N W D . . . .',
  groups: 'C T P N W D M O A S',
  roster: 'C T P N W D . . . .',
  analyticsCensus: 'C T P N . D M O . .',
  analyticsLengthOfStay: 'C T P N . D M O . .',
  analyticsTransitions: 'C T P N . D M O . .',
  analyticsRetention: 'C T P N . D M O . .',
  analyticsCompletion: 'C T P N . D M O . .',
  analyticsMeasures: 'C T P N . D M O . .',
  analyticsDrugTests: 'C T P N . D M O . .',
  analyticsHandOffs: 'C T P N . D M O . .',
  analyticsReadmission: 'C T P N . D M O . .',
  analyticsInstruments: 'C T P N . D M O . .',
  analyticsFunnel: 'C T P N . D M O . .',
  programmes: 'C T P N W D M O A S',
  programme: 'C T P N W D M O A S',
  programmeVersion: 'C T P N W D M O A S',
  programmeReplay: '. . . . . D M . . .',
  patients: 'C T P N W D M O . .',
  patient: 'C T P N W D M O . .',
  staff: 'C T P N W D M O A S',
  sites: 'C T P N W D M O A S',
  teams: 'C T P N W D M O A S',
  onCall: 'C T P N W D M O A S',
  sessions: '. . . . . . . . A .',
  session: 'C T P N W D M O A S',
  system: '. . . . . . M . A .',
  rebuilds: '. . . . . . M . A .',
  inbox: '. . . . . . M . A .',
  quarantine: 'C T P N . D . . . .',
  quarantinedMessage: 'C T P N . D . . . .',
  senders: '. . . . . . M . A .',
  partners: '. . . . . . . O A .',
  partner: '. . . . . . . O A .',
  audit: '. . . . . . . O . .',
  episodeAccess: '. . . . . D . O . .',
  emergencies: '. . . . . . . O . .',
};

/** Who may send which command to a journey that they see. */
export const sends: Readonly<Record<CommandType, string>> = {
  OpenEpisode: 'C T P N . D M . . S',
  Admit: 'C T P N . D . . . S',
  CloseReferral: 'C T P N . D M . . .',
  DischargeEpisode: 'C T P N . D . . . S',
  RecordDeath: 'C T P N . D . . . S',
  ReopenEpisode: 'C T P N . D . . . .',
  RecordMedication: 'C T P N . D . . . S',
  EndMedication: 'C T P N . D . . . S',
  RecordMissedDoses: 'C T P N . D . . . S',
  ArrangeMedicationContinuity: 'C T P N . D . . . S',
  SetScreeningPlan: 'C T P N . D . . . S',
  RecordDrugTestResult: 'C T P N . D . . . S',
  RecordMissedDrugTest: 'C T P N . D . . . S',
  RecordAcknowledgedUse: 'C T P N W D . . . .',
  ReviewDrugTest: '. T P N . D . . . .',
  ScheduleDrugTest: 'C T P N . D . . . S',
  MoveToProgrammeVersion: '. . . . . D M . . .',
  RecordSession: 'C T P N W D . . . S',
  OfferSlot: 'C T P N . D M . . S',
  DeclineSlot: 'C T P N . D M . . S',
  RecordOutreach: 'C T P N W D . . . S',
  RecordFollowUp: 'C T P N W D . . . S',
  SetAftercarePlan: 'C T P N W D . . . .',
  SetGoals: 'C T P N W D . . . S',
  CompleteGoal: 'C T P N W D . . . S',
  ReopenGoal: 'C T P N W D . . . S',
  WithdrawGoal: 'C T P N . D . . . .',
  ChangeLevelOfCare: 'C T P N . D . . . .',
  ScheduleHandOff: 'C T P N W D . . . S',
  CompleteHandOff: 'C T P N . D . . . S',
  FailHandOff: 'C T P N . D . . . S',
  FailTransition: 'C T P N . D . . . .',
  DecideProposal: 'C T P N . D . . . .',
  CancelTransition: 'C T P N . D . . . .',
  RecordPatientDecision: 'C T P N W D . . . .',
  RecordTherapistMeeting: 'C T P N . D . . . S',
  PlaceHold: 'C T P N . D . . . .',
  ReleaseHold: 'C T P N . D . . . .',
  RecordAssessment: 'C T P N . D . . . S',
  RecordInstrument: 'C T P N . D . . . S',
  RecordPregnancy: 'C T P N . D . . . S',
  EndPregnancy: 'C T P N . D . . . S',
  RecordNaloxoneProvided: 'C T P N W D . . . S',
  RecordLivingSituation: 'C T P N W D . . . S',
  ClaimTask: 'C T P N W D M . . .',
  AssignTask: 'C T P N . D M . . .',
  SnoozeTask: 'C T P N W D M . . .',
  CompleteTask: 'C T P N W D M . . .',
  RecordExternalEncounter: 'C T P N W D . . . S',
  StartLeave: 'C T P N W D . . . S',
  EndLeave: 'C T P N W D . . . S',
  GiveConsent: 'C T P N W D . O . S',
  RevokeConsent: 'C T P N W D M O . S',
  AssignCareTeam: 'C T P N . D M . . .',
  RecordInterimService: 'C T P N W D . . . S',
  WithdrawFact: 'C T P N . D . . . S',
  RaiseCrisis: 'C T P N W D M . . S',
  ResolveCrisis: '. T P N . D . . . .',
};

/** Who may post what beside commands. */
export const posts: Readonly<Record<PostRouteName, string>> = {
  createPatient: 'C T P N . D M . . S',
  publishProgramme: '. . . . . D M . . .',
  previewProgramme: 'C T P N W D M O . S',
  moveJourneys: '. . . . . D M . . .',
  setCapacity: 'C . . . . D M . A .',
  signOut: 'C T P N W D M O A S',
  addStaff: '. . . . . . . . A .',
  changeStaff: '. . . . . . . . A .',
  setTeam: '. . . . . . . . A .',
  setOnCall: 'C . . . . D M . A .',
  endSession: '. . . . . . . . A .',
  retryParked: '. . . . . . M . A .',
  startRebuild: '. . . . . . M . A .',
  releaseMessage: 'C T P N . D . . . .',
  dismissMessage: 'C T P N . D . . . .',
  setSender: '. . . . . . . . A .',
  sendRoster: 'C T P N . D M . . .',
  sendScreens: 'C T P N . D . . . .',
  setPartner: '. . . . . . . O A .',
  breakTheGlass: '. T P N . D . . . .',
  endEmergency: '. T P N . D . . . .',
  reviewEmergency: '. . . . . . . O . .',
};

/** Who may speak FHIR, if they are registered as senders. */
export const speaks: Readonly<Record<FhirRouteName, string>> = {
  receiveFhirTransaction: '. . . . . . . . . S',
  receiveFhirBundle: '. . . . . . . . . S',
  receiveFhirObservation: '. . . . . . . . . S',
  receiveFhirReport: '. . . . . . . . . S',
  receiveFhirEncounter: '. . . . . . . . . S',
  fhirReceived: '. . . . . . . . . S',
};

/**
 * What the caller's sites do to an answer: `journey` is one journey, not found elsewhere; `list` and `counts` leave out
 * what is elsewhere; `people` and `person` go by the journeys that people have; `open` is about nobody's care.
 */
export type Narrowed = 'journey' | 'list' | 'counts' | 'people' | 'person' | 'open';
export const narrowed: Readonly<Record<QueryName, Narrowed>> = {
  census: 'counts',
  episodes: 'list',
  episode: 'journey',
  events: 'journey',
  decisions: 'journey',
  weeklyScreens: 'journey',
  handOffs: 'list',
  proposals: 'list',
  worklist: 'list',
  worklistCounts: 'counts',
  waitingList: 'list',
  capacity: 'counts',
  tests: 'list',
  medications: 'list',
  followUps: 'list',
  groups: 'counts',
  roster: 'list',
  analyticsCensus: 'counts',
  analyticsLengthOfStay: 'counts',
  analyticsTransitions: 'counts',
  analyticsRetention: 'counts',
  analyticsCompletion: 'counts',
  analyticsMeasures: 'counts',
  analyticsDrugTests: 'counts',
  analyticsHandOffs: 'counts',
  analyticsReadmission: 'counts',
  analyticsInstruments: 'counts',
  analyticsFunnel: 'counts',
  programmes: 'open',
  programme: 'open',
  programmeVersion: 'open',
  programmeReplay: 'open',
  patients: 'people',
  patient: 'person',
  staff: 'open',
  sites: 'open',
  teams: 'open',
  onCall: 'open',
  sessions: 'open',
  session: 'open',
  system: 'open',
  rebuilds: 'open',
  audit: 'open',
  episodeAccess: 'journey',
  emergencies: 'open',
  inbox: 'open',
  quarantine: 'list',
  quarantinedMessage: 'journey',
  senders: 'open',
  partners: 'open',
  partner: 'open',
};
