import type { CommandType } from '@stepway/pathway';
import { hoursAgo, type Answer, type Clinic } from '../clinic/clinic.ts';
import { until } from '../clinic/until.ts';

/** Stands for everything that could tell who somebody is, or what they said. Found nowhere else in the world. */
export const canary = 'Zanarywidgeon';
/** A birthday is a canary by itself. */
export const birthDate = '1931-07-19';
export const field = (name: string): string => `${canary} ${name}`;

type Fields = Readonly<Record<string, unknown>>;

export interface Walked {
  readonly patientId: string;
  readonly episodeId: string;
  /** Every command that was accepted, each with a reason of its own. */
  readonly accepted: ReadonlySet<CommandType>;
}

/** One journey through every command, with the canary in each field that holds a name, a contact or free text. */
export async function walkTheWholePath(clinic: Clinic): Promise<Walked> {
  const accepted = new Set<CommandType>();
  const key = (name: string) => ({ 'idempotency-key': field(`key of ${name}`) });
  const taken = (type: CommandType, answer: Answer): Answer => {
    if (answer.status !== 200 && answer.status !== 201)
      throw new Error(`${type}: ${answer.status} ${JSON.stringify(answer.body)}`);
    accepted.add(type);
    return answer;
  };
  const person = {
    name: { given: canary, family: field('family') },
    birthDate,
    sex: 'other',
    contacts: [
      { system: 'phone', value: field('phone') },
      { system: 'email', value: `${canary}@example.org` },
    ],
    mrn: field('mrn'),
    externalIds: [{ system: field('system'), value: field('external') }],
  };
  const patient = await clinic.once('POST', '/v1/patients', person, key('patient'));
  const patientId = String(patient.body['patientId']);
  const reasonOf = (type: CommandType) => ({ reason: field(`reason of ${type}`) });
  const opening = { programme: 'standard-four', siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' };
  const opened = await clinic.once(
    'POST',
    '/v1/episodes',
    { patientId, ...opening, ...reasonOf('OpenEpisode') },
    key('OpenEpisode'),
  );
  taken('OpenEpisode', opened);
  const episodeId = String(opened.body['episodeId']);
  const send = async (type: CommandType, fields: Fields): Promise<Answer> =>
    taken(type, await clinic.command(episodeId, type, { ...fields, ...reasonOf(type) }, key(type)));
  const move = async (state: string): Promise<string> =>
    until(`a move is ${state}`, async () => {
      const { body } = await clinic.get(`/v1/episodes/${episodeId}`);
      const transition = body['transition'] as { transitionId: string; state: string } | null | undefined;
      return transition?.state === state && transition.transitionId;
    });
  const task = async (kind: string): Promise<string> =>
    until(`the task ${kind} is open`, async () => {
      const { body } = await clinic.get(`/v1/episodes/${episodeId}`);
      const tasks = body['tasks'] as { taskId: string; kind: string }[] | undefined;
      return tasks?.find((one) => one.kind === kind)?.taskId;
    });

  await send('Admit', { level: 'iop', attendedAt: hoursAgo(50 * 24) });
  await send('RecordMedication', { medicationId: 'm1', medication: 'methadone', kind: 'moud', from: hoursAgo(900) });
  await send('ArrangeMedicationContinuity', {
    medicationId: 'm1',
    nextDoseAt: hoursAgo(801),
    place: field('place'),
  });
  await send('EndMedication', { medicationId: 'm1', at: hoursAgo(800) });
  await send('SetScreeningPlan', { from: hoursAgo(40 * 24), drugClasses: ['cocaine', 'opioids'] });
  const group = { sessionId: 's1', type: 'group', minutes: 60, attendance: 'attended' };
  await send('RecordSession', { ...group, startedAt: hoursAgo(30) });
  await send('RecordMissedDrugTest', { dueAt: hoursAgo(29), outcome: 'missed' });
  const words = { text: field('goal'), measure: field('measure') };
  await send('SetGoals', { goals: ['g1', 'g2'].map((goalId) => ({ goalId, domain: 'health', ...words })) });
  await send('CompleteGoal', { goalId: 'g1', evidence: field('evidence') });
  await send('PlaceHold', { holdId: 'h1', until: hoursAgo(-24) });
  await send('ReleaseHold', { holdId: 'h1' });
  // Reported so late that it only proposes a move.
  const report = { specimenId: 'S-1', collectedAt: hoursAgo(20 * 24), reportedAt: hoursAgo(1), status: 'final' };
  const cocaine = { drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' };
  await send('RecordDrugTestResult', { ...report, validity: { finding: 'valid' }, results: [cocaine] });
  await send('DecideProposal', { transitionId: await move('proposed'), decision: 'approve' });
  const transitionId = await move('started');
  await send('ScheduleHandOff', { transitionId, appointmentAt: hoursAgo(-48) });
  await send('FailHandOff', { transitionId, reasonCode: 'did-not-attend' });
  await send('CompleteTask', { taskId: await task('reassessment') });
  await send('ReviewDrugTest', { specimenId: 'S-1', drugClass: 'cocaine', finding: 'unexpected-use' });
  await send('CancelTransition', { transitionId, reasonCode: 'clinician-retains' });
  const { body: changed } = await send('ChangeLevelOfCare', { to: 'residential', reasonCode: 'safety' });
  const started = (changed['events'] as { type: string; data: Fields }[]).find(
    ({ type }) => type === 'TransitionStarted',
  );
  await send('CompleteHandOff', { transitionId: started?.data['transitionId'], attendedAt: hoursAgo(0) });
  const leaving = { at: hoursAgo(0), reasonCode: 'other', destination: field('destination') };
  const { body: discharged } = await send('DischargeEpisode', leaving);
  await until('the board has the discharge', async () => {
    const { body: view } = await clinic.get(`/v1/episodes/${episodeId}`);
    return Number(view['version']) >= Number(discharged['version']);
  });
  return { patientId, episodeId, accepted };
}
