import { eventData, type EventView } from '@stepway/contracts';
import type { EventType } from './care-events.ts';
import type { Telling } from './sentences/telling.ts';
import { aftercareExamples } from './specs/aftercare.ts';
import { attendanceExamples } from './specs/attendance.ts';
import { assessmentExamples } from './specs/assessments.ts';
import { contactExamples } from './specs/contact.ts';
import { drugTestExamples } from './specs/drug-testing.ts';
import { episodeExamples } from './specs/episodes.ts';
import type { Examples } from './specs/example.ts';
import { externalEncounterExamples } from './specs/external-encounters.ts';
import { followUpExamples } from './specs/follow-up.ts';
import { goalExamples } from './specs/goals.ts';
import { waitingExamples } from './specs/waiting.ts';
import { withdrawnFactExamples } from './specs/withdrawn-facts.ts';
import { holdExamples } from './specs/holds.ts';
import { instrumentExamples } from './specs/instruments.ts';
import { leaveExamples } from './specs/leaves.ts';
import { consentExamples } from './specs/consents.ts';
import { careTeamExamples } from './specs/care-team.ts';
import { crisisExamples } from './specs/crises.ts';
import { medicationExamples } from './specs/medications.ts';
import { personExamples } from './specs/person.ts';
import { patientDecisionExamples } from './specs/patient-decisions.ts';
import { reviewExamples } from './specs/reviews.ts';
import { programmeVersionExamples } from './specs/programme-versions.ts';
import { sessionExamples } from './specs/sessions.ts';
import { slotExamples } from './specs/slots.ts';
import { taskExamples } from './specs/tasks.ts';
import { therapistMeetingExamples } from './specs/therapist-meetings.ts';
import { transitionExamples } from './specs/transitions.ts';
import { at, sealed } from './specs/values.ts';
import { speak } from '../../texts/texts.ts';
import { goalTexts, hasSealedText, knownEvent, tell, textsOf } from './told-event.ts';

/** A new event type fails to compile here. */
const examples: Examples = {
  ...episodeExamples,
  ...medicationExamples,
  ...drugTestExamples,
  ...transitionExamples,
  ...patientDecisionExamples,
  ...therapistMeetingExamples,
  ...followUpExamples,
  ...goalExamples,
  ...programmeVersionExamples,
  ...sessionExamples,
  ...slotExamples,
  ...attendanceExamples,
  ...contactExamples,
  ...aftercareExamples,
  ...holdExamples,
  ...waitingExamples,
  ...withdrawnFactExamples,
  ...assessmentExamples,
  ...reviewExamples,
  ...instrumentExamples,
  ...personExamples,
  ...taskExamples,
  ...externalEncounterExamples,
  ...leaveExamples,
  ...consentExamples,
  ...careTeamExamples,
  ...crisisExamples,
};

const telling: Telling = {
  level: (id) => (id === 'iop' ? 'IOP' : id),
  programme: ({ version }) => `Four levels of care, version ${version}`,
  moment: () => '[moment]',
  day: () => '[day]',
  role: (role) => (role === 'coordinator' ? 'care coordinator' : role.replaceAll('-', ' ')),
  staff: (staffId) => staffId,
  medication: () => 'buprenorphine-naloxone',
  goal: () => 'Housing',
  task: () => 'Make the hand-off appointment',
  byPerson: false,
};
const event = (type: string, data: Record<string, unknown>): EventView => ({
  id: 'e',
  type,
  version: 1,
  occurredAt: at,
  data,
});
const types = Object.keys(eventData) as EventType[];

describe('every care event', () => {
  it.each(types)('%s is told in one sentence', (type) => {
    const [data, sentence] = examples[type];
    expect(knownEvent(event(type, data))).toBeDefined();
    expect(tell(event(type, data), telling).replaceAll('\u00a0', ' ')).toBe(sentence);
  });

  describe('in Spanish', () => {
    beforeAll(() => speak('es'));
    afterAll(() => speak('en'));

    it.each(types)('%s is told in words of its own', (type) => {
      const [data, sentence] = examples[type];
      const told = tell(event(type, data), telling);
      expect(told).toMatch(/^[\p{Lu}\d¿].*\.$/u);
      expect(told).not.toMatch(/\{\{|\bevents\.|undefined/);
      expect(told).not.toBe(sentence);
    });
  });

  it('never speaks of people as the pathway forbids', () => {
    const forbidden = /\b(dirty|clean|addict|abuser?|users?|relapser|offender|MAT|failed|non-compliant|refused)\b/i;
    for (const [, sentence] of Object.values(examples)) expect(sentence).not.toMatch(forbidden);
  });

  it('says when a person decided', () =>
    expect(
      tell(event('TransitionStarted', { ...examples.TransitionStarted[0], reasonCode: 'safety' }), telling),
    ).toContain('started by decision of a person: IOP to residential, for safety'));

  it('of a newer server is told by its name', () =>
    expect(tell(event('RoomAssigned', {}), telling)).toBe('Room assigned.'));
});

describe('what a person wrote', () => {
  it('is read where the API opened it', () => {
    const approved = event('TransitionApproved', { transitionId: 't1', reason: 'Agreed with the team' });
    expect(textsOf(approved)).toEqual([{ name: 'reason', text: 'Agreed with the team' }]);
    expect(tell(approved, telling)).toBe('The proposal was approved.');
  });

  it('stays sealed for those who may not read it', () => {
    const approved = event('TransitionApproved', { transitionId: 't1', reason: sealed });
    expect(textsOf(approved)).toEqual([]);
    expect(hasSealedText(approved)).toBe(true);
  });

  it('may be erased without the sentence being lost', () =>
    expect(tell(event('TransitionApproved', { transitionId: 't1', reason: null }), telling)).toBe(
      'The proposal was approved.',
    ));

  it('names the goals', () => {
    const goals = event('GoalsSet', {
      level: 'iop',
      goals: [{ goalId: 'g1', domain: 'housing', text: 'A place of my own' }],
    });
    expect(goalTexts([goals]).get('g1')).toBe('A place of my own');
    expect(tell(goals, telling)).toBe('1 goal set in IOP: housing.');
  });
});
