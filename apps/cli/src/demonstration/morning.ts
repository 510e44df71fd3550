import {
  plusDays,
  plusHours,
  plusMinutes,
  type CareEvent,
  type Instant,
  type Priority,
  type Programme,
} from '@stepway/pathway';
import { everydayCare } from './everyday.ts';
import { simulatedActor, type Plan } from '../simulated/plan.ts';
import type { Wish } from '../ctn0094/trial-facts.ts';

/** Somebody invented, and what was done for them until now. */
export interface SimulatedHistory {
  readonly key: string;
  readonly plans: readonly Plan[];
  /** What is done in answer to what happens, where the plans do not say it already. */
  readonly react?: (event: CareEvent) => readonly Plan[];
}

const done = (
  at: Instant,
  key: string,
  wish: Wish,
  role: Parameters<typeof simulatedActor>[0] = 'coordinator',
): Plan => ({
  ...{ at, key, wish },
  actor: simulatedActor(role),
});

/**
 * What a morning in a clinic may begin with: a crisis that nobody has acknowledged, a proposal that waits for somebody,
 * people who left one level and were not yet seen at the next, people who wait for a place.
 */
export function morning(now: Instant, programme: Programme, siteId: string): readonly SimulatedHistory[] {
  const { id, version } = programme;
  const opened = (key: string, at: Instant, entryLevel: string, priority?: Priority): Plan =>
    done(at, 'open', {
      type: 'OpenEpisode',
      fields: {
        ...{ patientId: key, programme: { id, version }, siteId, entryLevel, ageGroup: 'adult' },
        referralSource: 'health-care',
        ...(priority && { priority }),
      },
    });
  const inCare = (key: string, level: string, days: number, ...plans: readonly Plan[]): SimulatedHistory => {
    const since = plusDays(now, -days);
    const admit = done(plusHours(since, 1), 'admit', {
      type: 'Admit',
      fields: { level, attendedAt: plusHours(since, 1) },
    });
    // A late result of the class stands for itself only while no other specimen was tested for it.
    const react = everydayCare(key, programme, key === 'proposal' ? 'cocaine' : undefined);
    return { key, plans: [opened(key, since, level), admit, ...plans], react };
  };
  const moves = (hoursAgo: number, to: string): Plan =>
    done(
      plusHours(now, -hoursAgo),
      'moves',
      {
        type: 'ChangeLevelOfCare',
        fields: { to, reasonCode: 'clinical-judgement' },
        reason: 'Agreed with the person.',
      },
      'therapist',
    );

  return [
    inCare('crisis', 'iop', 24, raised(plusMinutes(now, -6))),
    inCare('proposal', 'iop', 40, lateResult(now)),
    inCare('overdue', 'iop', 35, moves(80, 'residential')),
    inCare('soon', 'iop', 30, moves(50, 'residential')),
    inCare('later', 'iop', 52, moves(5, 'residential')),
    inCare('from-residential', 'residential', 33, moves(30, 'iop')),
    { key: 'waits-pregnant', plans: [opened('waits-pregnant', plusHours(now, -20), 'residential', 'pregnant')] },
    { key: 'waits-injecting', plans: [opened('waits-injecting', plusDays(now, -6), 'iop', 'injecting')] },
    { key: 'waits', plans: [opened('waits', plusDays(now, -3), 'iop')] },
  ];
}

const raised = (at: Instant): Plan =>
  done(
    at,
    'crisis',
    { type: 'RaiseCrisis', fields: { crisisId: 'morning', kind: 'suicidality', actions: [] } },
    'peer-worker',
  );

/** Reported more than two weeks after collection: a person decides (pathway §5). */
const lateResult = (now: Instant): Plan =>
  done(
    plusHours(now, -3),
    'late-result',
    {
      type: 'RecordDrugTestResult',
      fields: {
        ...{ specimenId: 'late', matrix: 'urine', collectionReason: 'random', status: 'final', acknowledgedUse: false },
        ...{ collectedAt: plusDays(now, -17), reportedAt: plusHours(now, -3) },
        validity: { finding: 'valid', creatinineMgDl: 88, specificGravity: 1.015 },
        results: [
          { drugClass: 'cocaine', outcome: 'positive', stage: 'definitive', amount: 640, unit: 'ng/mL', cutoff: 100 },
        ],
      },
    },
    'nurse',
  );
