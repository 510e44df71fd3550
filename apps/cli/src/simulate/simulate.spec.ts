import { daysApart, localDate, type CareEvent } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { live, type Life } from './live.ts';
import { invent, type Cohort } from './person.ts';
import { programmeAsked } from './programme-asked.ts';
import { Tally, type SimulationReport } from './report.ts';
import { reportInWords } from './report-in-words.ts';
import { entryLevelOf } from './entry-level.ts';
import { daysOf, reasonOf, sharesOf, type Share } from './teds.ts';

const programmes = readProgrammes(programmesDir({}));
const programme = programmeAsked('standard-four', programmes);
const [calendar] = programmes.sites;
if (calendar === undefined) throw new Error('There is no site');

function lives(
  people: number,
  days: number,
  seed: number,
  of = programme,
): { readonly lives: readonly Life[]; readonly events: readonly CareEvent[] } {
  const cohort: Cohort = { seed, programme: of, calendar: required(calendar), firstDay: '2027-01-04' };
  const events: CareEvent[] = [];
  const all = Array.from({ length: people }, (_, number) =>
    live(invent(number + 1, cohort), { programme: of, calendar: cohort.calendar, days }, (told) =>
      events.push(...told),
    ),
  );
  return { lives: all, events };
}

function reportOf(all: readonly Life[], days: number): SimulationReport {
  const tally = new Tally({ programme, days, seed: 7 });
  for (const life of all) tally.add(life);
  return tally.report();
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}

/** How far an observed count lies from its share, in standard errors of a sample of this size. */
const standardErrors = (observed: number, of: number, share: number): number =>
  Math.abs(observed / of - share) / Math.sqrt((share * (1 - share)) / of);

describe('a cohort of 250 people, followed for a year', () => {
  const cohort = lives(250, 365, 7);
  const ended = cohort.lives.flatMap(({ journey, person }) =>
    journey.status === 'discharged' ? [{ journey, person }] : [],
  );
  const count = <T>(list: readonly T[], holds: (one: T) => boolean) => list.filter(holds).length;

  it('enters care in the settings that TEDS-D counted, each share within 3 standard errors', () => {
    const byLevel = Map.groupBy(sharesOf('SERVICES'), ({ value }) => entryLevelOf(value, 'adult', programme).id);
    for (const [level, services] of byLevel) {
      const share = services.reduce((sum, one) => sum + one.share, 0);
      const entered = count(cohort.lives, ({ journey }) => journey.stays[0]?.level === level);
      expect(standardErrors(entered, 250, share)).toBeLessThan(3);
    }
  });

  it('leaves for the reasons that TEDS-D counted, each share of those who left within 3 standard errors', () => {
    for (const { value, share } of sharesOf('REASON')) {
      const left = count(ended, ({ journey }) => journey.reasonCode === reasonOf(value));
      expect({ [reasonOf(value)]: standardErrors(left, ended.length, share) < 3 }).toEqual({ [reasonOf(value)]: true });
    }
  });

  it('stays as long as TEDS-D counted: each band within 3 standard errors, chi-square of all of them', () => {
    const bands = bandsOf(sharesOf('LOS'), [1, 2, 7, 14, 21, 30, 45, 60, 90, 120, 180, 365]);
    const stayed = ended.map(({ journey }) =>
      daysApart(
        localDate(journey.stays[0]?.since ?? '', required(calendar)),
        localDate(journey.dischargedAt, required(calendar)),
      ),
    );
    const observed = bands.map(({ from, to }) => count(stayed, (days) => days >= from && days <= to));
    const beyond = 1 - bands.reduce((sum, { share }) => sum + share, 0);
    bands.forEach(({ share, to }, index) => {
      expect({ [to]: standardErrors(required(observed[index]), 250, share) < 3 }).toEqual({ [to]: true });
    });
    expect(standardErrors(250 - ended.length, 250, beyond)).toBeLessThan(3);
    const chiSquare = [...bands.map(({ share }) => share), beyond].reduce((sum, share, index) => {
      const seen = observed[index] ?? 250 - ended.length;
      return sum + (seen - 250 * share) ** 2 / (250 * share);
    }, 0);
    // 95 % of chance samples of 13 bands lie below 21.0 (12 degrees of freedom).
    expect(chiSquare).toBeLessThan(21.03);
  });

  it('lives through everything that a clinic knows', () => {
    const types = new Set(cohort.events.map(({ type }) => type));
    const expected = [
      'Admitted', 'MedicationRecorded', 'ScreeningPlanSet', 'DrugTestResultRecorded', 'DrugTestNotCollected',
      'DrugTestDisposed', 'ConfirmationRequested', 'UseEstablished', 'TransitionConsidered', 'TransitionStarted',
      'HandOffScheduled', 'HandOffMissed', 'TransitionCompleted', 'GoalsSet', 'GoalCompleted', 'SessionRecorded',
      'HoldPlaced', 'LeaveStarted', 'LeaveEnded', 'AssessmentRecorded', 'LevelRecommended', 'TherapistMeetingRecorded',
      'PatientDecisionRecorded', 'LivingSituationRecorded', 'AttendanceWeekClosed', 'TaskOpened', 'TaskCompleted', 'TaskEscalated', 'EpisodeDischarged',
    ] as const; // prettier-ignore
    expect(expected.filter((type) => !types.has(type))).toEqual([]);
  });

  it('error 19: is counted by each reason for leaving, with how many people, beside who is still in care', () => {
    const { ends, stillInCare } = reportOf(cohort.lives, 365);
    const wanted = Map.groupBy(ended, ({ journey }) => journey.reasonCode);
    expect(Object.fromEntries(ends.map(({ reason, people }) => [reason, people]))).toEqual(
      Object.fromEntries([...wanted].map(([reason, people]) => [reason, people.length])),
    );
    expect(ends.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['completed', 'transferred', 'dropped-out']),
    );
    expect(stillInCare).toBe(250 - ended.length);
  });

  it('error 23: is counted by uses that stand, not by positives, with what was not collected beside them', () => {
    const report = reportOf(cohort.lives, 365);
    const { specimens, notCollected, uses } = report.tests;
    const positive = cohort.lives.flatMap(({ journey }) =>
      journey.specimens.filter(({ reports }) =>
        reports.some(({ results }) => results.some(({ outcome }) => outcome === 'positive')),
      ),
    );
    expect(uses).toBe(
      count(
        cohort.lives.flatMap(({ journey }) => journey.uses),
        ({ withdrawn }) => !withdrawn,
      ),
    );
    expect(uses).toBeLessThan(positive.length);
    expect(notCollected).toBeGreaterThan(0);
    expect(reportInWords(report)).toContain(`${specimens} specimens, ${notCollected} not collected; ${uses} uses`);
  });

  it('is refused little, and nothing that somebody’s way through care hangs on', () => {
    const refused = cohort.lives.flatMap((life) => [...life.refused.keys()]);
    expect(refused.length).toBeLessThan(cohort.events.length / 300);
    expect(
      refused.filter((one) => /^(OpenEpisode|Admit|DischargeEpisode|RecordDrugTestResult|RecordSession):/.test(one)),
    ).toEqual([]);
  });
});

describe('a cohort of 120 people where what is not known does not pass', () => {
  const continuum = programmeAsked('full-continuum', programmes);
  const { events } = lives(120, 365, 7, continuum);
  const moves = events.flatMap((event) => (event.type === 'TransitionCompleted' ? [event.data] : []));
  const down = moves.filter(({ kind }) => kind === 'step-down');

  it('walks down the ladder, rung by rung', () => {
    const rungs = Map.groupBy(down, ({ from, to }) => `${from} → ${to}`);
    expect([...rungs.keys()]).toEqual(
      expect.arrayContaining([
        'detox → residential',
        'residential → php',
        'php → iop',
        'iop → outpatient',
        'outpatient → aftercare',
      ]),
    );
  });

  it('goes on to less support more often than to more', () =>
    expect(down.length).toBeGreaterThan(moves.filter(({ kind }) => kind === 'step-up').length));

  it('has a place at the next level before a step down is proposed by rule', () => {
    const proposed = events.flatMap((event) =>
      event.type === 'TransitionConsidered' && event.data.about === 'step-down' && event.data.outcome === 'proposed'
        ? [event.data.rules]
        : [],
    );
    expect(proposed.length).toBeGreaterThan(down.length / 2);
    for (const rules of proposed)
      expect(rules).toContainEqual(expect.objectContaining({ rule: 'receiving-place', held: true }));
  });

  it('has adolescents assessed by the edition for their age', () => {
    const young = new Set(
      events.flatMap((event) =>
        event.type === 'EpisodeOpened' && event.data.ageGroup === 'adolescent' ? [event.episodeId] : [],
      ),
    );
    const editions = events.flatMap((event) =>
      event.type === 'AssessmentRecorded' && young.has(event.episodeId) ? [event.data.edition] : [],
    );
    expect(new Set(editions)).toEqual(new Set([3]));
  });
});

describe('a simulation', () => {
  it('gives the same lives for the same seed, and others for another', () => {
    const [first, again, other] = [lives(12, 90, 7), lives(12, 90, 7), lives(12, 90, 8)];
    expect(again.events).toEqual(first.events);
    expect(other.events).not.toEqual(first.events);
  });

  it('is told in figures and in a picture', () => {
    const report = reportOf(lives(40, 48, 3).lives, 48);
    for (const { at } of report.census) expect(Object.values(at).reduce((sum, n) => sum + n, 0)).toBe(40);
    expect(report.levels.reduce((sum, { entered }) => sum + entered, 0)).toBe(40);
    expect(report.ends.reduce((sum, { people }) => sum + people, report.stillInCare)).toBe(40);
    const words = reportInWords(report);
    expect(words).toContain('40 invented people, each followed for 48 days');
    expect(words).toMatch(/day {4}0 \|[DRIA]{60}\|/);
    expect(words).toMatch(/step-down +\d+ +\d+\.\d\d/);
  });

  it('asks for a programme by id, by version or by file, and says which it does not know', () => {
    expect(programmeAsked('standard-four@1', programmes)).toMatchObject({ id: 'standard-four', version: 1 });
    expect(programmeAsked('libs/pathway/programmes/standard-four.v2.json', programmes)).toMatchObject({ version: 2 });
    expect(() => programmeAsked('standard-four@99', programmes)).toThrow('standard-four@99 is not published here');
    expect(() => programmeAsked('nowhere.json', programmes)).toThrow(
      'nowhere.json cannot be read: there is no such file',
    );
    expect(() => programmeAsked('package.json', programmes)).toThrow('package.json cannot be used');
  });
});

interface Band {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** The days of LOS in fewer bands: each expects enough people for a chi-square. */
function bandsOf(shares: readonly Share[], ends: readonly number[]): readonly Band[] {
  return ends.map((to, index) => {
    const from = (ends[index - 1] ?? 0) + 1;
    const within = shares.filter(({ value }) => daysOf(value)[0] >= from && daysOf(value)[1] <= to);
    return { from, to, share: within.reduce((sum, one) => sum + one.share, 0) };
  });
}
