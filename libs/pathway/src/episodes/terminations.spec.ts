import type { CommandOf } from '../commands.ts';
import { day, definitive, inCareAt, missed, said, takes, tellsOfUse } from '../specs/commands.ts';
import { leaves } from '../specs/safety.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { arrived, discharged, first, happened, notSeen, overrideTo, session } from '../specs/moves.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';

const inIop = inCareAt('iop');
const steps = { warnedAt: day(9), referral: 'done', medicationPlan: 'done', appealInformation: 'done' } as const;
const asked = (fields: Partial<CommandOf<'DischargeEpisode'>> = {}) =>
  discharged('terminated-by-facility', day(12), { ...said(day(12), 'therapist'), termination: steps, ...fields });
const positive = (on: number) => definitive([['cocaine', 'positive']], { collectedAt: day(on) });

describe('error 8: an episode is not ended by the programme for use alone', () => {
  const moved = [...inIop, overrideTo('residential', day(2)), arrived(first, day(3))];
  const mixed = definitive(
    [
      ['opioids', 'negative'],
      ['cocaine', 'positive'],
    ],
    { collectedAt: day(5) },
  );
  const reported = idOf('DrugTestResultRecorded', given(inIop).when(positive(5)).events);
  const told = idOf('UseAcknowledged', given(inIop).when(tellsOfUse('cocaine', day(5))).events);

  it.each<readonly [what: string, before: readonly Step[]]>([
    ['use that the person told of', [...inIop, tellsOfUse('cocaine', day(5))]],
    ['use that the person told of, of the moment when the stay began', [...moved, tellsOfUse('cocaine', day(3))]],
    ['a positive of the moment when the stay began', [...moved, positive(3)]],
    ['one class of several', [...inIop, mixed]],
    ['a session that was attended', [...inIop, positive(5), session(day(6))]],
    [
      'a session that was missed before this stay',
      [...inIop, session(day(1), 60, 'missed'), ...moved.slice(2), positive(5)],
    ],
    ['a collection for which there was an excuse', [...inIop, positive(5), missed(day(6), 'excused')]],
    ['a collection that was missed before this stay', [...inIop, missed(day(1)), ...moved.slice(2), positive(5)]],
    ['a move from which nobody stayed away', [...inIop, positive(5), overrideTo('aftercare', day(6))]],
  ])('where the record holds only %s', (_what, before) => {
    given(before).when(asked()).thenRejects('DrugTestIsNoGroundForDischarge');
  });

  it.each<readonly [what: string, before: readonly Step[]]>([
    ['nothing is on record', inIop],
    ['use was told of before this stay', [...inIop, tellsOfUse('cocaine', day(1)), arrived(first, day(3))]],
    ['a positive is of before this stay', [...inIop, positive(5), arrived(first, day(7))]],
    ['the positive was withdrawn', [...inIop, positive(5), withdrawn(reported, day(6))]],
    ['the use was withdrawn', [...inIop, tellsOfUse('cocaine', day(5)), withdrawn(told, day(6))]],
    [
      'a medication explains the positive',
      [...inIop, takes('methadone'), definitive([['methadone', 'positive']], { collectedAt: day(5) })],
    ],
    ['a session was missed when the stay began', [...moved, positive(5), session(day(3), 60, 'missed')]],
    ['a collection was missed when the stay began', [...moved, positive(5), missed(day(3))]],
    ['nobody came to the next level', [...inIop, positive(5), notSeen(first, day(6))]],
  ])('but may be where %s', (_what, before) => {
    given(before).when(asked()).thenIncludes(happened('TerminationRequested'));
  });
});

describe('the wish to end an episode for the programme', () => {
  const lapsed = [...inIop, asked(), timePasses(day(16))];

  it('of the same day and words, told again later by the same person, asks nothing anew', () => {
    const { journey } = given(inIop, asked())
      .when({ ...asked(), occurredAt: day(13) })
      .thenNothing();
    expect(journey).toMatchObject({ terminationRequest: { lapsesAt: day(15) } });
  });

  it.each<readonly [what: string, command: CommandOf<'DischargeEpisode'>]>([
    ['at another time', asked({ occurredAt: day(17) })],
    ['of another day', asked({ at: day(11) })],
    ['in other words', asked({ termination: { ...steps, referral: 'declined' } })],
    ['by somebody else', asked(said(day(12), 'nurse'))],
  ])('is a new one once it has lapsed, where it is told %s', (_what, command) => {
    given(lapsed).when(command).thenIncludes(happened('TerminationRequested'));
  });

  it('is not that the person left for another reason at that moment', () => {
    given(inIop, asked())
      .when(discharged('other', day(12), said(day(12), 'therapist')))
      .thenIncludes(happened('EpisodeDischarged', { reasonCode: 'other' }));
    given(inIop, leaves(day(12), 'pass', { expectedReturnAt: day(13) }))
      .when(asked({ ...said(day(12)), termination: steps }))
      .thenIncludes(happened('TerminationRequested'));
  });

  it('asks a second person within a day and lapses at its moment, both for it', () => {
    const { events } = given(inIop).when(asked(), timePasses(day(20)));
    const requestId = idOf('TerminationRequested', events);
    const about = { kind: 'second-person', role: 'medical-director', subject: requestId } as const;
    expect(events).toContainEqual(
      expect.objectContaining({
        ...{ type: 'TaskOpened', occurredAt: day(12), causedBy: requestId },
        data: expect.objectContaining({ ...about, dueAt: day(13) }),
      }),
    );
    expect(events.filter(({ type }) => type === 'TerminationLapsed')).toMatchObject([
      { occurredAt: day(15), data: { requestId } },
    ]);
    expect(events.filter((event) => event.type === 'TaskOpened' && event.data.kind === 'second-person')).toHaveLength(
      1,
    );
  });

  it('ends the task of the second person with what became of the wish', () => {
    const states = (...then: readonly Step[]) =>
      given(inIop, asked())
        .when(...then)
        .journey.tasks.filter(({ kind }) => kind === 'second-person')
        .map(({ state }) => state);
    expect(states()).toEqual(['open']);
    expect(states(timePasses(day(14.9)))).toEqual(['open']);
    expect(states(timePasses(day(15)))).toEqual(['cancelled']);
    expect(states(asked({ ...said(day(13), 'nurse'), at: day(13) }))).toEqual(['completed']);
    expect(states(discharged('completed', day(13)))).toEqual(['cancelled']);
    given(inIop)
      .when(timePasses(day(12)))
      .thenLacks(taskOpened('second-person'));
  });
});
