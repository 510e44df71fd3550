import type { FhirRouteName, PostRouteName, QueryName } from '@stepway/contracts';
import { roles, type CommandType, type Role } from '@stepway/pathway';
import type { CallerRole } from './caller.ts';

const clinicians = ['therapist', 'prescriber', 'nurse', 'medical-director'] as const;
const staff = ['coordinator', ...clinicians] as const;
/** Facts that a machine may feed; what a person must decide is not among them. */
const fed = [...staff, 'system'] as const;

/** Who may send which command. What the state of a journey further asks of a role is a rule of the pathway. */
const senders: Readonly<Record<CommandType, readonly Role[]>> = {
  OpenEpisode: [...fed, 'programme-manager'],
  Admit: fed,
  RecordMedication: fed,
  EndMedication: fed,
  RecordMissedDoses: fed,
  ArrangeMedicationContinuity: fed,
  SetScreeningPlan: fed,
  RecordExternalEncounter: [...fed, 'peer-worker'],
  RecordSession: [...fed, 'peer-worker'],
  RecordOutreach: [...fed, 'peer-worker'],
  SetAftercarePlan: [...staff, 'peer-worker'],
  RecordDrugTestResult: fed,
  RecordMissedDrugTest: fed,
  RecordAcknowledgedUse: [...staff, 'peer-worker'],
  ScheduleDrugTest: fed,
  ReviewDrugTest: clinicians,
  SetGoals: [...fed, 'peer-worker'],
  CompleteGoal: [...fed, 'peer-worker'],
  ReopenGoal: [...fed, 'peer-worker'],
  WithdrawGoal: staff,
  ChangeLevelOfCare: staff,
  ScheduleHandOff: [...fed, 'peer-worker'],
  CompleteHandOff: fed,
  FailHandOff: fed,
  RecordAssessment: fed,
  RecordInstrument: fed,
  RecordPregnancy: fed,
  EndPregnancy: fed,
  RecordNaloxoneProvided: [...fed, 'peer-worker'],
  RecordLivingSituation: [...fed, 'peer-worker'],
  FailTransition: staff,
  RecordPatientDecision: [...staff, 'peer-worker'],
  RecordTherapistMeeting: fed,
  RaiseCrisis: [...fed, 'peer-worker', 'programme-manager'],
  ResolveCrisis: clinicians,
  StartLeave: [...fed, 'peer-worker'],
  EndLeave: [...fed, 'peer-worker'],
  OfferSlot: [...fed, 'programme-manager'],
  DeclineSlot: [...fed, 'programme-manager'],
  PlaceHold: staff,
  ReleaseHold: staff,
  DecideProposal: staff,
  CancelTransition: staff,
  GiveConsent: [...fed, 'peer-worker', 'privacy-officer'],
  RevokeConsent: [...fed, 'peer-worker', 'programme-manager', 'privacy-officer'],
  AssignCareTeam: [...staff, 'programme-manager'],
  ClaimTask: [...staff, 'peer-worker', 'programme-manager'],
  AssignTask: [...staff, 'programme-manager'],
  SnoozeTask: [...staff, 'peer-worker', 'programme-manager'],
  CompleteTask: [...staff, 'peer-worker', 'programme-manager'],
  CloseReferral: [...staff, 'programme-manager'],
  RecordInterimService: [...fed, 'peer-worker'],
  WithdrawFact: fed,
  DischargeEpisode: fed,
  RecordDeath: fed,
  ReopenEpisode: staff,
  MoveToProgrammeVersion: ['medical-director', 'programme-manager'],
  RecordFollowUp: [...fed, 'peer-worker'],
};

/** Who sees how a person fares. An administrator runs the programs and needs no patient for it. */
const readers: readonly Role[] = [...staff, 'peer-worker', 'programme-manager', 'privacy-officer', 'system'];
/** Who reads what was written in words. */
const textReaders: readonly Role[] = staff;
/** Who sees names. */
const nameReaders: readonly Role[] = [...staff, 'peer-worker', 'programme-manager', 'privacy-officer'];
/** Who answers for the rules. */
const publishers: readonly Role[] = ['programme-manager', 'medical-director'];
/** Who knows how many places there are. */
const placeKeepers: readonly Role[] = ['coordinator', 'programme-manager', 'medical-director', 'administrator'];
const patientWriters: readonly Role[] = [...fed, 'programme-manager'];

/** Who reaches out to people, and who is with them in groups. */
const closeToPeople: readonly Role[] = [...staff, 'peer-worker'];
/** Who sees how care goes as a whole: counts, nobody's data. */
const analysts: readonly Role[] = [...staff, 'programme-manager', 'privacy-officer'];
/** Who needs to see small groups as well, to answer for care or for what is published of it. */
const ofSmallGroups: readonly Role[] = ['medical-director', 'programme-manager', 'privacy-officer'];

/** Who keeps the system running; nobody's care is in what they see of it. */
const operators: readonly Role[] = ['programme-manager', 'administrator'];

/** Who says who outside is told something, and sees what was told. */
const keepersOfPartners: readonly Role[] = ['privacy-officer', 'administrator'];

/** Who may ask which question. */
const askers: Readonly<Record<QueryName, readonly Role[]>> = {
  census: readers,
  episodes: readers,
  episode: readers,
  events: readers,
  decisions: readers,
  weeklyScreens: readers,
  handOffs: readers,
  proposals: readers,
  worklist: readers,
  worklistCounts: readers,
  waitingList: readers,
  capacity: roles,
  tests: staff,
  medications: staff,
  followUps: closeToPeople,
  groups: roles,
  roster: closeToPeople,
  programmes: roles,
  programme: roles,
  programmeVersion: roles,
  programmeReplay: publishers,
  patients: nameReaders,
  patient: nameReaders,
  staff: roles,
  sites: roles,
  teams: roles,
  onCall: roles,
  sessions: ['administrator'],
  session: roles,
  system: operators,
  rebuilds: operators,
  inbox: operators,
  quarantine: textReaders,
  quarantinedMessage: textReaders,
  senders: operators,
  partners: keepersOfPartners,
  partner: keepersOfPartners,
  webhook: keepersOfPartners,
  webhookDeliveries: keepersOfPartners,
  disclosures: ['privacy-officer'],
  audit: ['privacy-officer'],
  episodeAccess: ['privacy-officer', 'medical-director'],
  emergencies: ['privacy-officer'],
  analyticsCensus: analysts,
  analyticsLengthOfStay: analysts,
  analyticsTransitions: analysts,
  analyticsRetention: analysts,
  analyticsCompletion: analysts,
  analyticsMeasures: analysts,
  analyticsDrugTests: analysts,
  analyticsHandOffs: analysts,
  analyticsReadmission: analysts,
  analyticsInstruments: analysts,
  analyticsFunnel: analysts,
};

/** Who may post what beside commands; `previewProgramme` shows nobody. */
const posters: Readonly<Record<PostRouteName, readonly Role[]>> = {
  createPatient: patientWriters,
  publishProgramme: publishers,
  previewProgramme: readers,
  moveJourneys: senders.MoveToProgrammeVersion,
  setCapacity: placeKeepers,
  signOut: roles,
  addStaff: ['administrator'],
  changeStaff: ['administrator'],
  setTeam: ['administrator'],
  setOnCall: placeKeepers,
  endSession: ['administrator'],
  retryParked: operators,
  startRebuild: operators,
  releaseMessage: textReaders,
  dismissMessage: textReaders,
  setSender: ['administrator'],
  sendRoster: [...staff, 'programme-manager'],
  sendScreens: staff,
  setPartner: keepersOfPartners,
  setWebhook: ['administrator'],
  rotateWebhook: ['administrator'],
  testWebhook: ['administrator'],
  endWebhook: ['administrator'],
  redeliverWebhook: ['administrator'],
  redeliverDead: ['administrator'],
  breakTheGlass: clinicians,
  endEmergency: clinicians,
  reviewEmergency: ['privacy-officer'],
};

/** Results and stays by FHIR come from machines; whose they may be is each sender's settings. */
const fhirCallers: Readonly<Record<FhirRouteName, readonly Role[]>> = {
  receiveFhirTransaction: ['system'],
  receiveFhirBundle: ['system'],
  receiveFhirObservation: ['system'],
  receiveFhirReport: ['system'],
  receiveFhirEncounter: ['system'],
  fhirReceived: ['system'],
  searchFhir: readers,
  readFhir: readers,
  // A partner's alone.
  createSubscription: [],
  searchSubscriptions: [],
  readSubscription: [],
  endSubscription: [],
  subscriptionStatus: [],
  subscriptionEvents: [],
  // A partner's alone, of what its people consent to.
  exportFhir: [],
  exportFhirByPost: [],
  exportPatients: [],
  exportPatientsByPost: [],
  exportStatus: [],
  endExport: [],
  exportFile: [],
};

/** A partner is in none of the lists. */
const has = (listed: readonly Role[], role: CallerRole): boolean => listed.some((one) => one === role);

export const maySend = (role: CallerRole, command: CommandType): boolean => has(senders[command], role);
export const mayAsk = (role: CallerRole, query: QueryName): boolean => has(askers[query], role);
export const maySeeSmallGroups = (role: CallerRole): boolean => has(ofSmallGroups, role);
export const mayReadCare = (role: CallerRole): boolean => has(readers, role);
export const mayReadTexts = (role: CallerRole): boolean => has(textReaders, role);
export const mayReadNames = (role: CallerRole): boolean => has(nameReaders, role);
export const mayPost = (role: CallerRole, route: PostRouteName): boolean => has(posters[route], role);
export const mayUseFhir = (role: CallerRole, route: FhirRouteName): boolean => has(fhirCallers[route], role);
