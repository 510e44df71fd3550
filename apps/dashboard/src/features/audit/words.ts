import { trailActions, type TrailEntry } from '@stepway/contracts';
import type { CommandName } from '../../api/commands.ts';
import { actName } from '../../dialogs/words.ts';
import { nameOf } from '../../marks/people.ts';
import { acts } from '../../texts/en/acts.ts';
import type { places } from '../../texts/en/audit.ts';
import { roles } from '../../texts/en/roles.ts';
import { t } from '../../texts/texts.ts';

type Place = keyof typeof places;

/** The screen or part of it that each route feeds. */
const placeOfRoute: Readonly<Record<string, Place>> = {
  'GET /v1/episodes': 'board',
  'GET /v1/episodes/:episodeId': 'journey',
  'GET /v1/episodes/:episodeId/events': 'facts',
  'GET /v1/episodes/:episodeId/decisions': 'decisions',
  'GET /v1/episodes/:episodeId/weekly-screens': 'weeklyScreens',
  'GET /v1/episodes/:episodeId/access': 'trail',
  'GET /v1/live': 'liveUpdates',
  'GET /v1/hand-offs': 'handOffs',
  'GET /v1/proposals': 'proposals',
  'GET /v1/worklist': 'worklist',
  'GET /v1/waiting-list': 'waitingList',
  'GET /v1/tests': 'tests',
  'GET /v1/medications': 'medications',
  'GET /v1/follow-ups': 'followUps',
  'GET /v1/roster': 'roster',
  'GET /v1/patients': 'search',
  'GET /v1/patients/:patientId': 'person',
  'POST /v1/patients': 'person',
  'GET /v1/audit': 'trail',
  'GET /v1/break-the-glass': 'emergencies',
  'POST /v1/break-the-glass/:emergencyId/review': 'emergencies',
  'POST /v1/break-the-glass/:emergencyId/end': 'journey',
  'POST /v1/episodes/:episodeId/break-the-glass': 'journey',
  'GET /sign-in': 'signIn',
  'GET /sign-in/callback': 'signIn',
  'POST /v1/sign-out': 'signIn',
  'GET /v1/sessions': 'staff',
  'POST /v1/sessions/:sessionId/end': 'staff',
  'POST /v1/staff': 'staff',
  'POST /v1/staff/:staffId': 'staff',
  'POST /v1/teams/:teamId': 'staff',
  'GET /v1/system': 'system',
  'GET /v1/system/rebuilds': 'system',
  'POST /v1/system/rebuilds': 'system',
  'POST /v1/system/parked/:episodeId/retry': 'system',
  'POST /v1/programmes': 'programmes',
  'POST /v1/programmes/:id/:version/preview': 'programmes',
  'POST /v1/programmes/:id/:version/move-journeys': 'programmes',
  'GET /v1/programmes/:id/:version/replay': 'programmes',
  'POST /v1/capacity': 'places',
  'POST /v1/on-call/:siteId/:role': 'onCall',
  'GET /v1/inbox': 'system',
  'GET /v1/inbox/quarantine': 'messages',
  'GET /v1/inbox/quarantine/:messageId': 'messages',
  'POST /v1/inbox/quarantine/:messageId/release': 'messages',
  'POST /v1/inbox/quarantine/:messageId/dismiss': 'messages',
  'POST /v1/files/roster': 'files',
  'POST /v1/files/screens': 'files',
  'GET /v1/senders': 'senders',
  'GET /v1/partners': 'partners',
  'GET /v1/partners/:partnerId': 'partners',
  'POST /v1/partners/:partnerId': 'partners',
  'POST /v1/senders/:senderId': 'senders',
};

const isCommand = (place: string): place is CommandName => Object.hasOwn(acts, place);

/** The screen, or the act, in words; a route that no screen has, as it is. */
export function placeWords({ place }: Pick<TrailEntry, 'place'>): string {
  const known = placeOfRoute[place];
  if (known !== undefined) return t(`audit.places.${known}`);
  return isCommand(place) ? actName(place) : place;
}

type Action = (typeof trailActions)[number];
const isAction = (action: string): action is Action => trailActions.some((one) => one === action);

export const actionWords = (action: Action): string => t(`audit.actions.${action}`);

/** "Saw a journey", "Not allowed to see a journey". */
export function whatWords({ action, outcome, subjectKind }: TrailEntry): string {
  if (!isAction(action)) return action;
  const ofPerson = action === 'read' && subjectKind === 'patient';
  if (outcome === 'denied') return ofPerson ? t('audit.deniedPerson') : t(`audit.denied.${action}`);
  return ofPerson ? t('audit.readPerson') : actionWords(action);
}

const isRole = (role: string): role is keyof typeof roles => Object.hasOwn(roles, role);
export const roleOf = (role: string): string => (isRole(role) ? t(`roles.${role}`) : t('audit.noRole'));

export const staffWords = ({ id, name }: TrailEntry['actor'] | { readonly id: string; readonly name: string | null }) =>
  name ?? (id === 'unknown' ? t('audit.unknown') : id);

/** Whom an entry names, and how many more it was about. */
export function aboutWords({ people, subjects, subjectKind }: TrailEntry): string {
  if (subjectKind === 'system' || subjects === 0) return t('audit.nobody');
  const names = [
    ...new Set(people.map(({ name, episodeId, patientId }) => nameOf({ name, episodeId: episodeId ?? patientId }))),
  ];
  const more = subjects - people.length;
  if (names.length === 0) return t('audit.manyPeople', { count: subjects });
  return more > 0 ? t('audit.andMore', { names: names.join(', '), count: more }) : names.join(', ');
}
