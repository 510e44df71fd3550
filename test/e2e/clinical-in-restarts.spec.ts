import { startStack, type ProcessName, type Stack } from '@stepway/test-support';
import { Clinic } from '../clinic/clinic.ts';
import { Feeds } from '../clinic/feeds.ts';
import { until } from '../clinic/until.ts';

const each = 25;
const processes: readonly ProcessName[] = [
  ...(['relay', 'projector', 'worker', 'api', 'intake'] as const),
  ...(['postgres', 'kafka', 'temporal'] as const),
];

let stack: Stack;
let clinic: Clinic;
let feeds: Feeds;
beforeAll(async () => {
  stack = await startStack();
  clinic = await Clinic.of(stack);
  feeds = await Feeds.of(stack);
}, 180_000);
afterAll(async () => {
  await feeds?.close();
  await stack?.stop();
}, 60_000);

const specimensOf = async (episodeId: string): Promise<readonly string[]> => {
  const { body } = await clinic.get(`/v1/episodes/${episodeId}`);
  return ((body['specimens'] ?? []) as { specimenId: string }[]).map(({ specimenId }) => specimenId);
};

describe('results that come by MLLP, FHIR and Kafka at the same time', () => {
  it.each(processes)(
    'are each in the journey, once, when %s is killed midway',
    async (name) => {
      const episodeId = await clinic.admitted('iop');
      const { body } = await until('the journey is on the board', async () => {
        const answer = await clinic.get(`/v1/episodes/${episodeId}`);
        return answer.body['level'] === 'iop' && answer;
      });
      const patientId = String(body['patientId']);
      const [mllp, fhir, kafka] = ['M', 'F', 'K'].map((way) =>
        Array.from({ length: each }, (_, at) => `${way}-${name}-${at}`),
      ) as [string[], string[], string[]];
      const half = Math.floor(each / 2);
      // Half before it is killed, so that something is always under way, and half after: sent again until acknowledged.
      const sending = Promise.all([
        feeds.byMllp(patientId, mllp.slice(0, half)).then(() => feeds.byMllp(patientId, mllp.slice(half))),
        feeds.byFhir(patientId, fhir),
        feeds.byKafka(patientId, kafka),
      ]);
      await until('something was acknowledged', async () => (await specimensOf(episodeId).catch(() => [])).length > 3);
      await stack.crash(name);
      await sending;
      // What was acknowledged before is sent again, as a laboratory does that lost its own notes.
      await Promise.all([
        feeds.byMllp(patientId, mllp),
        feeds.byFhir(patientId, fhir),
        feeds.byKafka(patientId, kafka),
      ]);
      const all = [...mllp, ...fhir, ...kafka].toSorted();
      const found = await until('all results', async () => {
        const specimens = await specimensOf(episodeId);
        return specimens.length >= all.length && specimens;
      });
      expect(found.toSorted()).toEqual(all);
    },
    120_000,
  );

  it('left nothing undone: no message waits, nothing was refused, and every invariant holds', async () => {
    const operator = await Clinic.of(stack, 'administrator');
    const { body } = await until('the inbox is empty', async () => {
      const answer = await operator.get('/v1/inbox');
      return answer.body['waiting'] === 0 && answer;
    });
    expect(body).toMatchObject({ waiting: 0, quarantined: 0 });
    const { stdout } = await stack.stepway('--json', 'verify', '--settle', '60');
    const findings: { invariant: string; breaches: string[] }[] = JSON.parse(stdout);
    expect(findings.flatMap(({ invariant, breaches }) => breaches.map((breach) => `${invariant} ${breach}`))).toEqual(
      [],
    );
  }, 120_000);
});
