import { endsByAssessment, endsByWord, plusHours, type TaskKind } from '@stepway/pathway';
import type { Chance } from '../chance.ts';
import { assessmentFields } from '../simulated/assess.ts';
import { inventedPerson } from '../simulated/invented-person.ts';
import type { Act } from './act.ts';
import { groupSession } from './group-session.ts';
import { questionnaire } from './questionnaire.ts';

const panel = [
  'opioids',
  'methadone',
  'buprenorphine',
  'cocaine',
  'benzodiazepines',
  'amphetamines',
  'fentanyl',
] as const;

const drugTest: Act = async (clinic, { episodeId }, draw, now) => {
  const positive = draw.happens(30) ? draw.pick(panel) : undefined;
  const stage = positive !== undefined && draw.happens(40) ? 'definitive' : 'presumptive';
  await clinic.command(episodeId, 'RecordDrugTestResult', {
    specimenId: crypto.randomUUID(),
    collectionReason: 'random',
    collectedAt: plusHours(now, -draw.int(1, 40)),
    reportedAt: now,
    status: 'final',
    validity: { finding: 'valid', creatinineMgDl: draw.int(25, 180), specificGravity: 1.015, temperature: 'in-range' },
    results: panel.map((drugClass) => ({
      drugClass,
      outcome: drugClass === positive ? 'positive' : 'negative',
      stage,
      ...(stage === 'definitive' &&
        drugClass === positive && { amount: draw.int(60, 2400), unit: 'ng/mL', cutoff: 50 }),
    })),
  });
  return positive === undefined ? 'a drug test, negative' : `a drug test, ${stage} positive for ${positive}`;
};

const session: Act = async (clinic, { episodeId }, draw, now) => {
  const minutes = draw.pick([60, 90, 120, 180]);
  const attended = draw.happens(85);
  await clinic.command(episodeId, 'RecordSession', {
    sessionId: crypto.randomUUID(),
    type: draw.pick(['individual', 'psychoeducation', 'family']),
    startedAt: plusHours(now, -minutes / 60),
    minutes,
    attendance: attended ? 'attended' : 'missed',
  });
  return attended ? 'a session, attended' : 'a session, missed';
};

/** Appointments and arrivals of those who are on their way to another level; decisions on proposals. */
const transition: Act = async (clinic, { episodeId, transition: open }, draw, now) => {
  if (open === null) return undefined;
  const { transitionId, state, appointmentAt } = open;
  if (state === 'proposed') {
    const decision = draw.happens(70) ? 'approve' : 'decline';
    await clinic.command(episodeId, 'DecideProposal', { transitionId, decision, reason: 'Discussed with the person.' });
    return `a proposal, decision to ${decision}`;
  }
  if (state !== 'started') return undefined;
  if (appointmentAt === undefined) {
    const hours = draw.int(1, 48);
    await clinic.command(episodeId, 'ScheduleHandOff', { transitionId, appointmentAt: plusHours(now, hours) });
    return 'an appointment for a hand-off';
  }
  await clinic.command(episodeId, 'CompleteHandOff', { transitionId, attendedAt: now });
  return 'an arrival at the next level';
};

const goal: Act = async (clinic, { episodeId, level }, draw) => {
  const { goals } = await clinic.episode(episodeId);
  const [first, ...others] = goals.filter((candidate) => candidate.state === 'open' && candidate.level === level);
  if (first === undefined) return undefined;
  await clinic.command(episodeId, 'CompleteGoal', { goalId: draw.pick([first, ...others]).goalId });
  return 'a goal, achieved';
};

/** The task that is due first, of those that end by somebody's word, by the person's, or by somebody reaching out. */
const task: Act = async (clinic, { episodeId }, draw, now) => {
  const { tasks } = await clinic.episode(episodeId);
  const [first] = tasks
    .filter(({ kind }) => endsByWord(kind) || answeredByARecord.includes(kind))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (first === undefined) return undefined;
  if (first.kind === 'ask-patient-decision') {
    const decision = draw.happens(90) ? 'agrees' : 'declines';
    await clinic.command(episodeId, 'RecordPatientDecision', { transitionId: first.subject, decision, at: now });
    return `a person’s word on a move: ${decision}`;
  }
  if (first.kind === 'contact-outreach') {
    const reached = draw.happens(60);
    const channel = draw.pick(['phone', 'text', 'visit'] as const);
    await clinic.command(episodeId, 'RecordOutreach', { outreachId: crypto.randomUUID(), at: now, channel, reached });
    return `outreach, ${reached ? 'reached' : 'not reached'}`;
  }
  if (first.kind === 'check-up') {
    const call = { sessionId: crypto.randomUUID(), type: 'telephone-check-up', startedAt: now, minutes: 20 } as const;
    await clinic.command(episodeId, 'RecordSession', { ...call, attendance: 'attended' });
    return 'a check-up by telephone';
  }
  if (first.kind === 'scheduled-test-missed') {
    await clinic.command(episodeId, 'RecordMissedDrugTest', { dueAt: first.subject, outcome: 'excused' });
    return 'a test that was drawn, excused';
  }
  await clinic.command(episodeId, 'CompleteTask', { taskId: first.taskId });
  return `a task, done: ${first.kind}`;
};

const answeredByARecord: readonly TaskKind[] = [
  'ask-patient-decision',
  'contact-outreach',
  'check-up',
  'scheduled-test-missed',
];

/** The assessment that is due first. */
const assessment: Act = async (clinic, { episodeId }, _draw, now) => {
  const { tasks, level, programme: version } = await clinic.episode(episodeId);
  if (level === null || !tasks.some(({ kind }) => endsByAssessment(kind))) return undefined;
  const { levels } = await clinic.programme(version);
  const asam = levels.find(({ id }) => id === level)?.asam ?? [];
  const made = { assessmentId: crypto.randomUUID(), assessedAt: now };
  await clinic.command(episodeId, 'RecordAssessment', { ...assessmentFields(asam, made) });
  return 'an assessment of all dimensions';
};

const newcomer: Act = async (clinic, _row, draw, now) => {
  const patientId = await clinic.createPatient({ ...inventedPerson(crypto.randomUUID()), externalIds: [] });
  const level = draw.pick(['detox', 'residential', 'iop', 'iop']);
  const where = { programme: 'standard-four', siteId: 'main', entryLevel: level };
  const episodeId = await clinic.openEpisode({ patientId, ...where, ageGroup: 'adult' });
  await clinic.command(episodeId, 'Admit', { level, attendedAt: now });
  const plan = { from: now, drugClasses: ['opioids', 'cocaine', 'fentanyl'], negativeBy: 'specimen' } as const;
  await clinic.command(episodeId, 'SetScreeningPlan', plan);
  const goals = (['coping-and-triggers', 'support-network', 'health'] as const).map((domain) => ({
    goalId: domain,
    domain,
    text: 'Agreed at the first meeting',
  }));
  await clinic.command(episodeId, 'SetGoals', { goals });
  return `a new person, admitted to ${level}`;
};

/** What happens next, by how often it happens in a clinic. */
export function nextAct(draw: Chance): Act {
  const roll = draw.int(1, 100);
  if (roll <= 28) return drugTest;
  if (roll <= 42) return session;
  if (roll <= 46) return groupSession;
  if (roll <= 52) return questionnaire;
  if (roll <= 68) return transition;
  if (roll <= 80) return goal;
  if (roll <= 92) return task;
  if (roll <= 97) return assessment;
  return newcomer;
}
