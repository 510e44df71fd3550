import fc from 'fast-check';
import { advance, due } from './advance.ts';
import { weeksOf } from './attendance/week.ts';
import { addDays, localDate, mondayOf } from './calendar.ts';
import { openCrisis } from './crises/state.ts';
import { decide } from './decide.ts';
import type { Context } from './decision.ts';
import { endedByDeath } from './episodes/record-death.ts';
import { evolve } from './evolve.ts';
import { activeHold } from './holds/decide.ts';
import { inHospitalOrJail } from './leaves/where.ts';
import { notOpened, type Journey, type OpenedJourney } from './journey.ts';
import { moudTaken } from './medications/explains.ts';
import type { Programme } from './programme/programme.ts';
import { admission, definitive, inCareAt, missed, takes } from './specs/commands.ts';
import { Lived, type Step } from './specs/given.ts';
import { beginning, history, stepOf, type Deed } from './specs/journeys.ts';
import { standardFour } from './specs/standard-four.ts';
import { fromMs, plusDays, plusHours, toMs } from './time.ts';
import { unsettled } from './transitions/unsettled.ts';

// More or other histories: STEPWAY_PROPERTY_RUNS, STEPWAY_PROPERTY_SEED. A failure prints its seed and the smallest history.
const numRuns = Number(process.env['STEPWAY_PROPERTY_RUNS'] ?? 300);
const seed = Number(process.env['STEPWAY_PROPERTY_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

interface History {
  readonly programme: Programme;
  readonly entry: string;
  readonly deeds: readonly Deed[];
}

interface Walk {
  readonly lived: Lived;
  /** The journey as it stood at rest after each deed. */
  readonly rests: readonly { readonly journey: Journey; readonly context: Context; readonly step: Step }[];
}

function walk({ programme, entry, deeds }: History): Walk {
  const lived = new Lived({ programme });
  for (const step of beginning(entry)) lived.step(step);
  let at = admission;
  const rests = deeds.map((deed) => {
    at = plusHours(at, deed.afterHours);
    lived.step({ type: 'TimePasses', until: at });
    const step = stepOf(deed, lived.journey, at);
    lived.step(step);
    return { journey: lived.journey, context: lived.context(), step };
  });
  lived.step({ type: 'TimePasses', until: plusDays(at, 60) });
  return { lived, rests };
}

// One seed gives every property the same histories: each is walked once.
const walked = new Map<string, Walk>();

function walkOnce(one: History): Walk {
  const key = fc.stringify([one.programme.stepUp, one.programme.stepDown, one.entry, one.deeds]);
  const known = walked.get(key) ?? walk(one);
  walked.set(key, known);
  return known;
}

const forAll = (check: (walk: Walk) => void): void =>
  fc.assert(
    fc.property(history, (one) => check(walkOnce(one))),
    { numRuns, seed, interruptAfterTimeLimit: 100_000 },
  );

/** Every event with the journey as it was before. */
function told(lived: Lived): { before: Journey; event: Lived['events'][number] }[] {
  let journey: Journey = notOpened('episode-1');
  return lived.events.map((event) => {
    const before = journey;
    journey = evolve(journey, event);
    return { before, event };
  });
}

const openMove = (journey: Journey): string | undefined =>
  journey.status === 'active' ? journey.transition?.transitionId : undefined;

describe(`any journey (seed ${seed})`, () => {
  it('1, 12: is stepped up by rule only on established uses, not withdrawn, which the move names', () => {
    forAll(({ lived }) => {
      for (const { before, event } of told(lived)) {
        if (event.type !== 'TransitionStarted' && event.type !== 'TransitionProposed') continue;
        const known = before.status === 'not-opened' ? [] : before.uses;
        const grounds = event.data.grounds.map((useId) => known.find((use) => use.useId === useId));
        expect(grounds).not.toContain(undefined);
        if (event.data.kind !== 'step-up' || event.actor.kind !== 'rule') continue;
        expect(grounds.length).toBeGreaterThan(0);
        expect(grounds.every((use) => use?.withdrawn === false)).toBe(true);
      }
    });
  });

  it('is begun downwards by rule with nothing open, unsettled or on hold, and no next dose left to arrange', () => {
    forAll(({ lived }) => {
      for (const { before, event } of told(lived)) {
        if (event.type !== 'TransitionStarted' || event.actor.kind !== 'rule') continue;
        if (event.data.kind !== 'step-down' || before.status !== 'active') continue;
        // A proposal that a person was asked about is theirs: what came since made it wait.
        if (before.transition !== undefined) continue;
        const open = before.goals.filter((goal) => goal.level === event.data.from && goal.state === 'open');
        const reason = before.stepDownConsidered?.reasonEventId;
        if (!before.assessments.some(({ eventId }) => eventId === reason)) expect(open).toEqual([]);
        expect(unsettled(before)).toEqual([]);
        expect(activeHold(before)).toBeUndefined();
        const withoutNextDose = moudTaken(before, standardFour, event.recordedAt).filter(
          ({ nextDose }) => nextDose === undefined || nextDose.at <= event.recordedAt,
        );
        expect(withoutNextDose).toEqual([]);
      }
    });
  });

  it('6, 7: has every use from a specimen that shows it or a word of the person, and no disposition that names a use which is gone', () => {
    forAll(({ lived }) => {
      const { specimens, uses } = lived.opened();
      const standing = uses.filter((use) => !use.withdrawn).map((use) => use.useId);
      const judgements = specimens.flatMap((specimen) => Object.values(specimen.judgements));
      expect(standing).toEqual(expect.arrayContaining(judgements.flatMap(({ useId }) => useId ?? [])));
      const shown = judgements.filter(({ disposition }) => disposition === 'unexpected-use').map(({ useId }) => useId);
      const told = uses.filter((use) => use.told !== undefined).map((use) => use.useId);
      expect([...shown, ...told]).toEqual(expect.arrayContaining(standing));
    });
  });

  it('2: has one open move at most, and stays that follow each other without gap or overlap', () => {
    forAll(({ lived }) => {
      for (const { before, event } of told(lived)) {
        if (event.type !== 'TransitionStarted' && event.type !== 'TransitionProposed') continue;
        expect([undefined, event.data.transitionId]).toContain(openMove(before));
      }
      const { stays } = lived.opened();
      stays.forEach((stay, index) => {
        const next = stays[index + 1];
        if (next && !next.reentry) expect(stay.until).toBe(next.since);
        if (next) expect((stay.until ?? '') <= next.since).toBe(true);
        if (stay.until !== undefined) expect(stay.until >= stay.since).toBe(true);
      });
    });
  });

  it('3: stays on the ladder, and a step up leads to more support', () => {
    const rank = (level: string): number => standardFour.levels[level]?.rank ?? Number.NaN;
    forAll(({ lived }) => {
      for (const event of lived.events) {
        if (event.type !== 'TransitionStarted') continue;
        const { kind, from, to } = event.data;
        expect(standardFour.ladder).toContain(to);
        if (kind === 'step-up') expect(rank(to)).toBeGreaterThan(rank(from));
        if (kind === 'step-down') expect(rank(to)).toBeLessThan(rank(from));
      }
    });
  });

  it('4: is not changed by a command told again under a new id', () => {
    forAll(({ rests }) => {
      for (const { journey, context, step } of rests) {
        if (step.type === 'TimePasses') continue;
        const again = decide(journey, { ...step, commandId: `${step.commandId}-again` }, context);
        expect(again.accepted ? again.events : []).toEqual([]);
      }
    });
  });

  it('8: is what its log tells, and no journey changes once it was told', () => {
    forAll(({ lived }) => {
      // Frozen: what it was given, and whatever was given before, stays as it is.
      const folded = lived.events.reduce<Journey>(
        (journey, event) => Object.freeze(evolve(journey, event)),
        Object.freeze(notOpened('episode-1')),
      );
      expect(folded).toEqual(lived.journey);
    });
  });

  it('9: is not moved by rule while on hold, or after discharge', () => {
    forAll(({ lived }) => {
      for (const { before, event } of told(lived)) {
        if (event.actor.kind !== 'rule') continue;
        if (event.type !== 'TransitionStarted' && event.type !== 'TransitionProposed') continue;
        expect(before.status).toBe('active');
        expect(before.status === 'active' && activeHold(before)).toBeUndefined();
      }
    });
  });

  it('has closed every week that is measured and over, with the figures that its facts tell', () => {
    forAll(({ rests }) => {
      for (const { journey, context } of rests) {
        const [admission] = journey.status === 'not-opened' ? [] : journey.stays;
        if (journey.status === 'not-opened' || admission === undefined || endedByDeath(journey)) continue;
        const weekOf = weeksOf(journey, context);
        const thisWeek = mondayOf(localDate(context.now, context.calendar));
        for (let monday = mondayOf(localDate(admission.since, context.calendar)); monday < thisWeek;) {
          const { unmeasured, level, ...figures } = weekOf(monday);
          const closed = journey.attendanceWeeks.filter((week) => week.weekOf === monday);
          if (closed.length > 0 || unmeasured === undefined) expect(closed).toMatchObject([figures]);
          if (unmeasured === undefined) expect(closed[0]?.level).toBe(level);
          monday = addDays(monday, 7);
        }
      }
    });
  });

  it('9: is not led to less support by rule in a crisis, nor moved by one while in hospital or jail', () => {
    forAll(({ lived }) => {
      for (const { before, event } of told(lived)) {
        if (event.actor.kind !== 'rule' || before.status !== 'active') continue;
        if (event.type !== 'TransitionStarted' && event.type !== 'TransitionProposed') continue;
        if (event.data.kind === 'step-down') expect(openCrisis(before)).toBeUndefined();
        expect(inHospitalOrJail(before)).toBeUndefined();
      }
    });
  });

  it('asks a person of every crisis at once, and nothing that is urgent is ever put off', () => {
    forAll(({ lived, rests }) => {
      for (const { journey } of rests) {
        if (journey.status === 'not-opened' || journey.death) continue;
        const asked = journey.tasks.filter(({ kind }) => kind === 'crisis').map(({ subject }) => subject);
        expect(asked).toEqual(expect.arrayContaining(journey.crises.map(({ crisisId }) => crisisId)));
      }
      const urgent = lived.events.filter(
        (event) => event.type === 'TaskSnoozed' && /crisis|overdose/.test(event.data.taskId),
      );
      expect(urgent).toEqual([]);
    });
  });

  it('10: is owed nothing at rest, nothing before its next due moment, and something at it', () => {
    forAll(({ rests }) => {
      for (const { journey, context } of rests) {
        const next = due(journey, context);
        const at = (now: string) => advance(journey, { ...context, now });
        expect(at(context.now)).toEqual([]);
        if (next === undefined) {
          expect(at(plusDays(context.now, 1000))).toEqual([]);
          continue;
        }
        const aheadMs = toMs(next.at) - toMs(context.now);
        expect(aheadMs).toBeGreaterThan(0);
        for (const part of [0.001, 0.5, 0.999])
          expect(at(fromMs(toMs(context.now) + Math.floor(part * aheadMs)))).toEqual([]);
        expect(at(next.at).length).toBeGreaterThan(0);
      }
    });
  });
});

describe(`a journey of explained positives, negatives and missed tests (seed ${seed})`, () => {
  const harmless = fc.record({
    what: fc.constantFrom('prescribed', 'negative', 'missed'),
    drugClass: fc.constantFrom('cocaine', 'fentanyl', 'opioids', 'methamphetamine'),
    onDay: fc.integer({ min: 4, max: 90 }),
  });

  it('6: establishes no use and is never stepped up', () => {
    fc.assert(
      fc.property(fc.array(harmless, { maxLength: 30 }), (facts) => {
        const lived = new Lived();
        for (const step of [...inCareAt('iop'), takes('buprenorphine-naloxone', { kind: 'moud' })]) lived.step(step);
        facts
          .toSorted((a, b) => a.onDay - b.onDay)
          .forEach(({ what, drugClass, onDay }, index) => {
            const collectedAt = plusDays(admission, onDay);
            const fields = { specimenId: `S-${index}`, collectedAt };
            if (what === 'missed') lived.step(missed(collectedAt));
            if (what === 'negative') lived.step(definitive([[drugClass, 'negative']], fields));
            if (what === 'prescribed') lived.step(definitive([['buprenorphine', 'positive']], fields));
          });
        const journey: OpenedJourney = lived.opened();
        expect(journey.uses).toEqual([]);
        expect(lived.events.filter((event) => event.type === 'TransitionStarted')).toEqual([]);
      }),
      { numRuns, seed },
    );
  });
});
