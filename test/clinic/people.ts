import { hoursAgo, type Clinic } from './clinic.ts';

const daysAgo = (days: number): string => hoursAgo(days * 24);

/** The people of the browser specs by name, each with the id of their journey. */
export interface People {
  /** IOP for 40 days with weekly screens; a definitive positive: on the way to residential, not yet seen there. */
  readonly juniper: string;
  /** Residential; automatic moves are paused. */
  readonly wren: string;
  /** Residential, on course. */
  readonly fern: string;
  /** Detox, on course. */
  readonly opal: string;
  /** IOP, on course. */
  readonly yarrow: string;
  /** Aftercare; a presumptive positive awaits confirmation. */
  readonly agate: string;
  /** Referred, not yet admitted. */
  readonly basalt: string;
  /** Discharged. */
  readonly cedar: string;
}

/** Pauses automatic moves for two days. */
export const pause = () => ({ holdId: 'h1', until: daysAgo(-2), reason: 'Court date on Thursday' });

/** Sends what made these journeys through the API, in the order of the days. */
export async function seedPeople(clinic: Clinic): Promise<People> {
  const [juniper, wren, fern, opal, yarrow, agate, basalt, cedar] = await Promise.all([
    clinic.admitted('iop', { given: 'Juniper', family: 'Samplewood' }),
    clinic.admitted('residential', { given: 'Wren', family: 'Mockridge' }),
    clinic.admitted('residential', { given: 'Fern', family: 'Placeholm' }),
    clinic.admitted('detox', { given: 'Opal', family: 'Sandboxe' }),
    clinic.admitted('iop', { given: 'Yarrow', family: 'Notareal' }),
    clinic.admitted('aftercare', { given: 'Agate', family: 'Trialsby' }),
    clinic.opened('iop', { given: 'Basalt', family: 'Fictor' }),
    clinic.admitted('iop', { given: 'Cedar', family: 'Fauxley' }),
  ]);
  await Promise.all([
    screenedWeekly(clinic, juniper),
    clinic.does(wren, 'PlaceHold', pause()),
    clinic.session(fern),
    clinic.does(agate, 'RecordDrugTestResult', {
      specimenId: 'A-1',
      collectedAt: hoursAgo(5),
      reportedAt: hoursAgo(4),
      status: 'final',
      validity: { finding: 'valid' },
      results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'presumptive' }],
    }),
    clinic.does(cedar, 'DischargeEpisode', { at: hoursAgo(2), reasonCode: 'completed' }),
  ]);
  return { juniper, wren, fern, opal, yarrow, agate, basalt, cedar };
}

/** Five weeks of a plan: negative, negative, none, negative, and this week a definitive positive. */
async function screenedWeekly(clinic: Clinic, episodeId: string): Promise<void> {
  const plan = { from: daysAgo(35), drugClasses: ['cocaine', 'opioids'], negativeBy: 'specimen' };
  await clinic.does(episodeId, 'SetScreeningPlan', plan);
  await clinic.does(episodeId, 'RecordMedication', {
    medicationId: 'm1',
    medication: 'buprenorphine-naloxone',
    kind: 'moud',
    from: daysAgo(39),
  });
  const goals = [
    { goalId: 'g1', domain: 'support-network', text: 'Two people to call, both called' },
    { goalId: 'g2', domain: 'housing', text: 'A place at sober living confirmed' },
  ];
  await clinic.does(episodeId, 'SetGoals', { goals });
  await clinic.does(episodeId, 'CompleteGoal', { goalId: 'g1' });
  for (const days of [32, 25, 11])
    await clinic.does(episodeId, 'RecordDrugTestResult', {
      specimenId: `J-${days}`,
      collectedAt: daysAgo(days),
      reportedAt: daysAgo(days - 1),
      status: 'final',
      validity: { finding: 'valid' },
      results: [{ drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive' }],
    });
  await clinic.does(episodeId, 'RecordMissedDrugTest', { dueAt: daysAgo(18), outcome: 'missed' });
  await clinic.session(episodeId);
  await clinic.drugTest(episodeId, 'positive', { prefer: 'wait=10' });
}
