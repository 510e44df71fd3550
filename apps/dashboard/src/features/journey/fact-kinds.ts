import { aftercareSentences } from './sentences/aftercare.ts';
import { attendanceSentences } from './sentences/attendance.ts';
import { assessmentSentences } from './sentences/assessments.ts';
import { contactSentences } from './sentences/contact.ts';
import { drugTestSentences } from './sentences/drug-testing.ts';
import { episodeSentences } from './sentences/episodes.ts';
import { externalEncounterSentences } from './sentences/external-encounters.ts';
import { followUpSentences } from './sentences/follow-up.ts';
import { goalSentences } from './sentences/goals.ts';
import { waitingSentences } from './sentences/waiting.ts';
import { withdrawnFactSentences } from './sentences/withdrawn-facts.ts';
import { holdSentences } from './sentences/holds.ts';
import { instrumentSentences } from './sentences/instruments.ts';
import { leaveSentences } from './sentences/leaves.ts';
import { consentSentences } from './sentences/consents.ts';
import { careTeamSentences } from './sentences/care-team.ts';
import { crisisSentences } from './sentences/crises.ts';
import { medicationSentences } from './sentences/medications.ts';
import { personSentences } from './sentences/person.ts';
import { patientDecisionSentences } from './sentences/patient-decisions.ts';
import { reviewSentences } from './sentences/reviews.ts';
import { programmeVersionSentences } from './sentences/programme-versions.ts';
import { sessionSentences } from './sentences/sessions.ts';
import { slotSentences } from './sentences/slots.ts';
import { taskSentences } from './sentences/tasks.ts';
import { therapistMeetingSentences } from './sentences/therapist-meetings.ts';
import { transitionSentences } from './sentences/transitions.ts';

export const kinds = ['moves', 'tests', 'care', 'goals', 'tasks'] as const;
export type Kind = (typeof kinds)[number];

const kindByType: ReadonlyMap<string, Kind> = new Map([
  ...all(episodeSentences, 'moves'),
  ...all(medicationSentences, 'care'),
  ...all(drugTestSentences, 'tests'),
  ...all(transitionSentences, 'moves'),
  ...all(patientDecisionSentences, 'moves'),
  ...all(therapistMeetingSentences, 'goals'),
  ...all(followUpSentences, 'care'),
  ...all(goalSentences, 'goals'),
  ...all(programmeVersionSentences, 'moves'),
  ...all(sessionSentences, 'care'),
  ...all(slotSentences, 'moves'),
  ...all(attendanceSentences, 'care'),
  ...all(contactSentences, 'care'),
  ...all(aftercareSentences, 'care'),
  ...all(holdSentences, 'moves'),
  ...all(waitingSentences, 'moves'),
  ...all(withdrawnFactSentences, 'care'),
  ...all(assessmentSentences, 'moves'),
  ...all(reviewSentences, 'moves'),
  ...all(instrumentSentences, 'care'),
  ...all(personSentences, 'care'),
  ...all(taskSentences, 'tasks'),
  ...all(externalEncounterSentences, 'care'),
  ...all(leaveSentences, 'moves'),
  ...all(consentSentences, 'care'),
  ...all(careTeamSentences, 'care'),
  ...all(crisisSentences, 'moves'),
]);

function all(concern: object, kind: Kind): (readonly [string, Kind])[] {
  return Object.keys(concern).map((type) => [type, kind]);
}

/** The kind of a fact, by its concern; one of a newer server belongs to none and is shown among all. */
export const kindOf = (type: string): Kind | undefined => kindByType.get(type);
