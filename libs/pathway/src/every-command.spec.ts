import { samples } from './specs/every-command.ts';
import { given, givenWith } from './specs/given.ts';
import { standardFour, withoutTestPlan } from './specs/standard-four.ts';

const sealed = { sealed: 'kid.nonce.why' };
const next = { ...withoutTestPlan(standardFour), version: 3 };
const ofType = samples.map((sample) => [sample.command.type, sample] as const);
const needsAnEpisode = ofType.filter(([type]) => type !== 'OpenEpisode');

describe('every command', () => {
  it.each(needsAnEpisode)('%s is rejected before the episode was opened', (_type, { command }) => {
    const { rejection } = given().when(command).thenRejects('EpisodeNotOpened');
    expect(rejection).toEqual({ type: 'EpisodeNotOpened' });
  });

  it.each(ofType)('%s becomes an event that says what it said, with its reason sealed', (_type, sample) => {
    const { before, command, event, data } = sample;
    const { type: _t, commandId: _c, actor: _a, occurredAt: _o, ...fields } = { ...command, reason: sealed };
    const { events } = givenWith({ versions: [next] }, before).when({ ...command, reason: sealed });
    expect(events.find(({ type }) => type === event)?.data).toEqual({ ...fields, ...data });
  });
});
