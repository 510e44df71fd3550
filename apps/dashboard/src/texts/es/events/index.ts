import type { events as english } from '../../en/events/index.ts';
import type { TranslationOf } from '../../translation-of.ts';
import { aftercare } from './aftercare.ts';
import { assessments } from './assessments.ts';
import { attendance } from './attendance.ts';
import { careTeam } from './care-team.ts';
import { consents } from './consents.ts';
import { contact } from './contact.ts';
import { crises } from './crises.ts';
import { drugTesting } from './drug-testing.ts';
import { episodes } from './episodes.ts';
import { externalEncounters } from './external-encounters.ts';
import { followUp } from './follow-up.ts';
import { goals } from './goals.ts';
import { holds } from './holds.ts';
import { instruments } from './instruments.ts';
import { leaves } from './leaves.ts';
import { medications } from './medications.ts';
import { patientDecisions } from './patient-decisions.ts';
import { person } from './person.ts';
import { programmeVersions } from './programme-versions.ts';
import { reviews } from './reviews.ts';
import { sessions } from './sessions.ts';
import { slots } from './slots.ts';
import { tasks } from './tasks.ts';
import { therapistMeetings } from './therapist-meetings.ts';
import { transitions } from './transitions.ts';
import { waiting } from './waiting.ts';
import { withdrawnFacts } from './withdrawn-facts.ts';

export const events: TranslationOf<typeof english> = {
  aftercare,
  assessments,
  attendance,
  careTeam,
  consents,
  contact,
  crises,
  drugTesting,
  episodes,
  externalEncounters,
  followUp,
  goals,
  holds,
  instruments,
  leaves,
  medications,
  patientDecisions,
  person,
  programmeVersions,
  reviews,
  sessions,
  slots,
  tasks,
  therapistMeetings,
  transitions,
  waiting,
  withdrawnFacts,
};
