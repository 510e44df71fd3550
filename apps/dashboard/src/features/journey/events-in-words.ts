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
import type { Sentences } from './sentences/telling.ts';

/** Every care event as one sentence, in the words of the pathway (§12). */
export const sentences: Sentences = {
  ...episodeSentences,
  ...medicationSentences,
  ...drugTestSentences,
  ...transitionSentences,
  ...patientDecisionSentences,
  ...therapistMeetingSentences,
  ...followUpSentences,
  ...goalSentences,
  ...programmeVersionSentences,
  ...sessionSentences,
  ...slotSentences,
  ...attendanceSentences,
  ...contactSentences,
  ...aftercareSentences,
  ...holdSentences,
  ...waitingSentences,
  ...withdrawnFactSentences,
  ...assessmentSentences,
  ...reviewSentences,
  ...instrumentSentences,
  ...personSentences,
  ...taskSentences,
  ...externalEncounterSentences,
  ...leaveSentences,
  ...consentSentences,
  ...careTeamSentences,
  ...crisisSentences,
};
