import { dischargeReasons, drugClasses, transitionKinds } from '@stepway/pathway';
import { z } from 'zod';
import { Code, Instant, LocalDate } from '../scalars.ts';

/**
 * How many people, stays or tests. Null = from 1 to 10, or hidden so that no sum gives such a number away: shown as
 * "hidden" where the viewer has no need of it (42 CFR part 2; CMS cell-size practice).
 */
export const Count = z
  .int()
  .nonnegative()
  .nullable()
  .meta({ id: 'Count', description: 'null = not shown: a small group' });
export type Count = z.output<typeof Count>;
/** 0 to 1, or days; null where the group is too small to show, or nobody is in it. */
const Figure = z.number().nullable();

export const AnalyticsQuery = z.strictObject({
  /** Local days of the site, both included; default: the 26 weeks until today. */
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  programme: Code.optional(),
  site: Code.optional(),
  level: Code.optional(),
});
export type AnalyticsQuery = z.output<typeof AnalyticsQuery>;

const answer = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({
    from: LocalDate,
    to: LocalDate,
    /** What was recorded until then. */
    asOf: Instant,
    /** Small groups are hidden from this viewer. */
    smallGroupsHidden: z.boolean(),
    ...shape,
  });

export const AnalyticsCensus = answer({
  days: z.array(LocalDate),
  /** People at each level, at the end of each of the days. */
  levels: z.array(z.object({ level: z.string(), people: z.array(Count) })),
  waiting: z.array(Count),
}).meta({ id: 'AnalyticsCensus' });
export type AnalyticsCensus = z.output<typeof AnalyticsCensus>;

const Spread = z.object({ p10: Figure, p25: Figure, median: Figure, p75: Figure, p90: Figure });
export const LengthOfStay = answer({
  levels: z.array(
    z.object({
      level: z.string(),
      /** Stays that ended in the period, in days of care: without days wholly away. */
      ended: Count,
      days: Spread,
      /** Still going on. */
      open: Count,
      /** What the programme says beforehand. */
      expected: z.object({ minimum: z.number(), maximum: z.number() }).nullable(),
    }),
  ),
}).meta({ id: 'LengthOfStay' });
export type LengthOfStay = z.output<typeof LengthOfStay>;

export const Transitions = answer({
  /** Stays that ended in the period, by where they led: to a level, or out of care for a reason. */
  ways: z.array(
    z.object({
      level: z.string(),
      stays: Count,
      to: z.array(z.object({ level: z.string(), kind: z.enum(transitionKinds), count: Count })),
      out: z.array(z.object({ reason: z.enum(dischargeReasons), count: Count })),
      /** Of the hidden ones together. */
      hidden: Count,
    }),
  ),
  /** The first three stays of those admitted in the period; `hidden` = people on ways that too few took, together. */
  admitted: Count,
  flows: z.array(
    z.object({
      /** 0: admission to the first stay. */
      step: z.int(),
      from: z.string().nullable(),
      to: z.string(),
      kind: z.enum([...transitionKinds, 'admission', 'end', 'hidden']),
      count: z.int(),
    }),
  ),
  rates: z.array(
    z.object({
      level: z.string(),
      patientWeeks: z.number(),
      stepUps: Count,
      stepDowns: Count,
      /** Moves that a person decided, whichever way. */
      overrides: Count,
    }),
  ),
}).meta({ id: 'Transitions' });
export type Transitions = z.output<typeof Transitions>;

export const Retention = answer({
  /**
   * Kaplan–Meier, 95 % band by log-log transformation of Greenwood's variance; by the level of entry. Where small groups
   * are hidden, shares are
   * coarse and people counted in tens.
   */
  curves: z.array(
    z.object({
      entry: z.string(),
      people: Count,
      points: z.array(z.object({ day: z.int(), kept: z.number(), low: z.number(), high: z.number() })),
      atRisk: z.array(z.object({ day: z.int(), people: Count })),
    }),
  ),
}).meta({ id: 'Retention' });
export type Retention = z.output<typeof Retention>;

export const Completion = answer({
  levels: z.array(
    z.object({
      level: z.string(),
      stays: Count,
      /** How care ended from here. */
      reasons: z.array(z.object({ reason: z.enum(dischargeReasons), count: Count })),
      /** It went on at another level; ways that are hidden are in `hidden`. */
      moved: Count,
      hidden: Count,
    }),
  ),
}).meta({ id: 'Completion' });
export type Completion = z.output<typeof Completion>;

/** Those who could be followed long enough, in parts that do not overlap. */
const parts = { of: Count, early: Count };
export const measureNames = ['initiation', 'after-residential', 'after-emergency', 'medication'] as const;
export type MeasureName = (typeof measureNames)[number];
export const Measures = answer({
  measures: z.array(
    z.object({
      measure: z.enum(measureNames),
      ...parts,
      /** Of initiation: engaged, initiated only, neither. Of follow-up: within 7 days, within 8 to 30, neither. */
      first: Count,
      second: Count,
      neither: Count,
    }),
  ),
}).meta({ id: 'Measures' });
export type Measures = z.output<typeof Measures>;

const testCounts = {
  unexpected: Count,
  consistent: Count,
  explained: Count,
  negative: Count,
  /** A result that is not settled, or says nothing. */
  open: Count,
};
export const AnalyticsDrugTests = answer({
  weeks: z.array(
    z.object({
      /** Its Monday. */
      week: LocalDate,
      valid: Count,
      ...testCounts,
      /** Of `valid` those that are hidden, together. */
      hidden: Count,
      missed: Count,
      declined: Count,
      /** Excused, or not able to. */
      excused: Count,
      notValid: Count,
    }),
  ),
  classes: z.array(z.object({ drugClass: z.enum(drugClasses), count: Count })),
  valid: Count,
}).meta({ id: 'AnalyticsDrugTests' });
export type AnalyticsDrugTests = z.output<typeof AnalyticsDrugTests>;

export const handOffGroups = ['after-24-hour-level', 'step-up', 'step-down', 'lateral'] as const;
export const AnalyticsHandOffs = answer({
  groups: z.array(
    z.object({
      group: z.enum(handOffGroups),
      started: Count,
      within7: Count,
      days8To14: Count,
      later: Count,
      notSeen: Count,
      early: Count,
      medianDays: Figure,
    }),
  ),
}).meta({ id: 'AnalyticsHandOffs' });
export type AnalyticsHandOffs = z.output<typeof AnalyticsHandOffs>;

export const Readmission = answer({
  levels: z.array(
    z.object({
      /** Where the person was last. */
      level: z.string(),
      ...parts,
      within30: Count,
      days31To90: Count,
      notReturned: Count,
    }),
  ),
}).meta({ id: 'Readmission' });
export type Readmission = z.output<typeof Readmission>;

export const AnalyticsInstruments = answer({
  scales: z.array(
    z.object({
      scale: z.string(),
      kind: z.enum(transitionKinds),
      pairs: Count,
      before: z.object({ p25: Figure, median: Figure, p75: Figure }),
      after: z.object({ p25: Figure, median: Figure, p75: Figure }),
      /** Arrivals with only one of the two, or none: not recorded. */
      notRecorded: Count,
    }),
  ),
}).meta({ id: 'AnalyticsInstruments' });
export type AnalyticsInstruments = z.output<typeof AnalyticsInstruments>;

export const funnelSteps = ['asked', 'assessed', 'admitted', 'engaged', 'kept-30'] as const;
export const Funnel = answer({
  steps: z.array(z.object({ step: z.enum(funnelSteps), count: Count })),
  /** Not admitted, and the referral is closed. */
  closed: Count,
  /** Not admitted yet, and still waiting. */
  waiting: Count,
  /** Admitted less than 30 days ago: not in the last step. */
  early: Count,
}).meta({ id: 'Funnel' });
export type Funnel = z.output<typeof Funnel>;

const route = <Answer extends z.ZodType>(name: string, summary: string, schema: Answer) => ({
  path: `/v1/analytics/${name}`,
  summary,
  query: AnalyticsQuery,
  answer: schema,
});

/** What analytics asks: counts only, nobody's data. */
export const analyticsRoutes = {
  analyticsCensus: route('census', 'How many people were at each level, over time', AnalyticsCensus),
  analyticsLengthOfStay: route('length-of-stay', 'How long stays lasted that ended in the period', LengthOfStay),
  analyticsTransitions: route('transitions', 'Where stays led, and how often people moved', Transitions),
  analyticsRetention: route('retention', 'How many are still in care after so many days (Kaplan–Meier)', Retention),
  analyticsCompletion: route('completion', 'How care ended, by the reasons of TEDS-D', Completion),
  analyticsMeasures: route(
    'measures',
    'Initiation, engagement, follow-up and medication, by published definitions',
    Measures,
  ),
  analyticsDrugTests: route('drug-tests', 'What tests came to mean, week by week', AnalyticsDrugTests),
  analyticsHandOffs: route('hand-offs', 'How soon people were seen at the next level', AnalyticsHandOffs),
  analyticsReadmission: route('readmission', 'How many came back within 30 and 90 days of a discharge', Readmission),
  analyticsInstruments: route('instruments', 'Scores before and after moves', AnalyticsInstruments),
  analyticsFunnel: route('funnel', 'How far those came who asked for care', Funnel),
} as const;
