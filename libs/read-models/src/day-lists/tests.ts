import type { DayTest } from '@stepway/contracts';
import {
  laterOf,
  openScheduledTests,
  type OpenedJourney,
  type Programme,
  type Specimen,
  type Task,
} from '@stepway/pathway';
import { specimenView } from '../journey/specimen-view.ts';
import { leaveKind } from '../leave-view.ts';
import { openAbout, openOf, type TestItem } from './item.ts';

/**
 * Which drug tests of a journey ask for somebody? A test that is scheduled is there from the day on which it is due: a
 * random one that were shown before could be foreseen.
 */
export const testItems = (journey: OpenedJourney, programme: Programme): readonly TestItem[] => [
  ...scheduled(journey, programme),
  ...afterLeave(journey),
  ...notCollected(journey),
  ...(journey.status === 'discharged' ? [] : awaitingConfirmation(journey)),
  ...asked(journey, ['review-drug-test', 'drugs-given-list', 'talk-about-result'], 'to-review'),
  ...asked(journey, ['new-collection'], 'in-question'),
  ...asked(journey, ['medication-safety-review'], 'unexpected-absence'),
];

type About = Pick<DayTest, 'scheduled' | 'notCollected' | 'specimen'>;
const nothing: About = { scheduled: null, notCollected: null, specimen: null };

const scheduled = (journey: OpenedJourney, programme: Programme): readonly TestItem[] =>
  journey.status !== 'active'
    ? []
    : openScheduledTests(journey, programme).map(({ from, dueAt, cause, at }) => ({
        list: 'tests',
        state: 'scheduled',
        kind: 'scheduled',
        subject: dueAt,
        opensAt: laterOf(from, at),
        dueAt,
        task: openAbout(journey, 'scheduled-test-missed', dueAt),
        rest: { ...nothing, scheduled: { from, dueAt, cause }, leave: leaveKind(journey) },
      }));

/** Back from a leave, a specimen is asked for (pathway §8). */
const afterLeave = (journey: OpenedJourney): readonly TestItem[] =>
  openOf(journey, ['return-test']).map((task) => ({
    ...ofTask(task),
    state: 'scheduled',
    rest: {
      ...nothing,
      scheduled: { from: task.openedAt, dueAt: task.dueAt, cause: 'return-from-leave' },
      leave: leaveKind(journey),
    },
  }));

/** Missed, declined, excused or not possible, while somebody still has to call or to find another date. */
const notCollected = (journey: OpenedJourney): readonly TestItem[] =>
  journey.notCollected.flatMap(({ dueAt, outcome }): readonly TestItem[] => {
    const task = openAbout(journey, 'outreach', dueAt) ?? openAbout(journey, 'new-collection', dueAt);
    if (task === undefined) return [];
    const rest = { ...nothing, notCollected: { dueAt, outcome }, leave: leaveKind(journey) };
    return [{ ...ofTask(task), kind: 'not-collected', state: 'not-collected', rest }];
  });

const awaitingConfirmation = (journey: OpenedJourney): readonly TestItem[] =>
  journey.specimens.filter(isUnconfirmed).map((specimen) => {
    const { specimenId, recordedAt, confirmation } = specimen;
    const task = openAbout(journey, 'confirm-result', specimenId);
    return {
      list: 'tests',
      state: 'awaiting-confirmation',
      kind: 'awaiting-confirmation',
      subject: specimenId,
      opensAt: recordedAt,
      dueAt: task?.dueAt ?? confirmation?.escalatesAt ?? recordedAt,
      task,
      rest: about(journey, specimen),
    };
  });

const isUnconfirmed = ({ judgements }: Specimen): boolean =>
  Object.values(judgements).some(({ disposition }) => disposition === 'awaiting-confirmation');

/** What an open task asks about a specimen; of one of a whole hospital stay there is none. */
const asked = (
  journey: OpenedJourney,
  kinds: readonly Task['kind'][],
  state: 'to-review' | 'in-question' | 'unexpected-absence',
): readonly TestItem[] =>
  openOf(journey, kinds)
    // A test that was not collected has a row of its own.
    .filter(({ subject }) => !journey.notCollected.some(({ dueAt }) => dueAt === subject))
    .map((task) => {
      const specimen = journey.specimens.find(({ specimenId }) => specimenId === task.subject);
      return { ...ofTask(task), state, rest: about(journey, specimen) };
    });

const about = (journey: OpenedJourney, specimen: Specimen | undefined): TestItem['rest'] => ({
  ...nothing,
  specimen: specimen === undefined ? null : specimenView(specimen),
  leave: leaveKind(journey),
});

const ofTask = (task: Task) =>
  ({
    list: 'tests',
    kind: task.kind,
    subject: task.subject,
    opensAt: task.openedAt,
    dueAt: task.dueAt,
    task,
  }) as const;
