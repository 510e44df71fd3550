import { waitingEvents } from './waiting.ts';
import { withdrawnFactEvents } from './withdrawn-facts.ts';
import { roles, type EventData, type EventType } from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import { aftercareEvents } from './aftercare.ts';
import { attendanceEvents } from './attendance.ts';
import { assessmentEvents } from './assessments.ts';
import { contactEvents } from './contact.ts';
import { drugTestEvents } from './drug-testing.ts';
import { episodeEvents } from './episodes.ts';
import { followUpEvents } from './follow-up.ts';
import { goalEvents } from './goals.ts';
import { holdEvents } from './holds.ts';
import { instrumentEvents } from './instruments.ts';
import { medicationEvents } from './medications.ts';
import { personEvents } from './person.ts';
import { patientDecisionEvents } from './patient-decisions.ts';
import { reviewEvents } from './reviews.ts';
import { programmeVersionEvents } from './programme-versions.ts';
import { sessionEvents } from './sessions.ts';
import { slotEvents } from './slots.ts';
import { taskEvents } from './tasks.ts';
import { therapistMeetingEvents } from './therapist-meetings.ts';
import { transitionEvents } from './transitions.ts';
import { externalEncounterEvents } from './external-encounters.ts';
import { leaveEvents } from './leaves.ts';
import { consentEvents } from './consents.ts';
import { careTeamEvents } from './care-team.ts';
import { crisisEvents } from './crises.ts';

/** The data of each care event, as it stands in the log and on `stepway.care.v1`. Readers allow new optional fields. */
export const eventData = {
  ...episodeEvents,
  ...medicationEvents,
  ...drugTestEvents,
  ...transitionEvents,
  ...patientDecisionEvents,
  ...therapistMeetingEvents,
  ...followUpEvents,
  ...goalEvents,
  ...programmeVersionEvents,
  ...sessionEvents,
  ...slotEvents,
  ...attendanceEvents,
  ...contactEvents,
  ...aftercareEvents,
  ...holdEvents,
  ...assessmentEvents,
  ...reviewEvents,
  ...instrumentEvents,
  ...personEvents,
  ...taskEvents,
  ...externalEncounterEvents,
  ...leaveEvents,
  ...consentEvents,
  ...careTeamEvents,
  ...waitingEvents,
  ...withdrawnFactEvents,
  ...crisisEvents,
} satisfies Record<EventType, z.ZodObject>;

same<Same<{ [T in EventType]: z.output<(typeof eventData)[T]> }, EventData>>();

export const Actor = z
  .object({ id: z.string(), kind: z.enum(['person', 'system', 'rule']), role: z.enum(roles) })
  .meta({ id: 'Actor' });
