import type { CommandType } from '@stepway/pathway';
import type { Answer, Clinic } from '../clinic/clinic.ts';
import { until } from '../clinic/until.ts';
import { canary, field } from './canary.ts';
import {
  admission,
  contact,
  closedReferral,
  ending,
  drugTesting,
  goals,
  holds,
  assessments,
  instruments,
  careTeam,
  consents,
  crises,
  leaves,
  medications,
  person as personFacts,
  movesByAPerson,
  proposedMove,
  externalEncounters,
  sessions,
  waiting,
  withdrawnFacts,
  type Walk,
} from './steps.ts';

/** A birthday is a canary by itself. */
export const birthDate = '1931-07-19';

export interface Walked {
  readonly patientId: string;
  readonly episodeId: string;
  /** Closed before it became an admission; the episode came after it. */
  readonly referralId: string;
  /** An emergency access to the episode, begun and reviewed with words of their own. */
  readonly emergencyId: string;
  /** Every command that was accepted, each with a reason of its own. */
  readonly accepted: ReadonlySet<CommandType>;
}

/** Who else had to do with the journey: one of the staff of another site, and who reviews what they opened. */
export interface Others {
  readonly elsewhere: Clinic;
  readonly officer: Clinic;
}

/** @returns the id of the emergency access: begun, used, ended and reviewed */
async function openedInAnEmergency({ elsewhere, officer }: Others, episodeId: string): Promise<string> {
  const done = ({ status, body }: Answer): Answer['body'] => {
    if (status === 'unknown' || status >= 400) throw new Error(`In an emergency: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const emergency = { kind: 'overdose', reason: field('reason of an emergency') };
  const begun = await elsewhere.once('POST', `/v1/episodes/${episodeId}/break-the-glass`, emergency);
  const emergencyId = String(done(begun)['emergencyId']);
  done(await elsewhere.get(`/v1/episodes/${episodeId}`));
  done(await elsewhere.once('POST', `/v1/break-the-glass/${emergencyId}/end`));
  const review = { finding: 'justified', note: field('note of a review') };
  done(await officer.once('POST', `/v1/break-the-glass/${emergencyId}/review`, review));
  return emergencyId;
}

/** One journey through every command, with the canary in each field that holds a name, a contact or free text. */
export async function walkTheWholePath(clinic: Clinic, others: Others): Promise<Walked> {
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
  const open = async (name: string, fields: object): Promise<string> => {
    const body = { patientId, ...opening, ...fields, ...reasonOf('OpenEpisode') };
    return String(taken('OpenEpisode', await clinic.once('POST', '/v1/episodes', body, key(name))).body['episodeId']);
  };
  let sent = 0;
  const to =
    (episode: string): Walk['send'] =>
    async (type, fields) => {
      sent += 1;
      return taken(type, await clinic.command(episode, type, { ...fields, ...reasonOf(type) }, key(`${type} ${sent}`)));
    };
  const referralId = await open('an earlier OpenEpisode', {});
  await closedReferral(to(referralId));
  const episodeId = await open('OpenEpisode', { previousEpisodeId: referralId });
  const send = to(episodeId);
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

  const walk: Walk = { send, move, task };
  await waiting(walk);
  await admission(walk);
  await medications(walk);
  await externalEncounters(walk);
  await sessions(walk);
  await contact(walk);
  await goals(walk);
  await holds(walk);
  await assessments(walk);
  await instruments(walk);
  await personFacts(walk);
  await careTeam(walk);
  await consents(walk);
  await crises(walk);
  await leaves(walk);
  await withdrawnFacts(walk);
  await drugTesting(walk);
  await proposedMove(walk);
  await movesByAPerson(walk);
  const { body: ended } = await ending(walk);
  await until('the board has the end', async () => {
    const { body: view } = await clinic.get(`/v1/episodes/${episodeId}`);
    return Number(view['version']) >= Number(ended['version']);
  });
  const emergencyId = await openedInAnEmergency(others, episodeId);
  return { patientId, episodeId, referralId, emergencyId, accepted };
}
