import type { AnalyticsName } from './get-analytics.ts';
import type { ChartModel, Levels } from './chart-model.ts';
import type { QueryAnswer } from '@stepway/contracts';
import { censusChart } from './charts/census.ts';
import { classesChart } from './charts/classes.ts';
import { completionChart } from './charts/completion.ts';
import { testsChart } from './charts/drug-tests.ts';
import { flowChart } from './charts/flow.ts';
import { funnelChart } from './charts/funnel.ts';
import { handOffsChart } from './charts/hand-offs.ts';
import { instrumentsChart } from './charts/instruments.ts';
import { lengthOfStayChart } from './charts/length-of-stay.ts';
import { matrixChart } from './charts/matrix.ts';
import { measuresChart } from './charts/measures.ts';
import { ratesChart } from './charts/rates.ts';
import { readmissionChart } from './charts/readmission.ts';
import { retentionChart } from './charts/retention.ts';

/** One question, and the charts that its answer makes. */
interface Source<Name extends AnalyticsName> {
  readonly name: Name;
  readonly charts: (answer: QueryAnswer<Name>, levels: Levels) => readonly ChartModel[];
}
const source = <Name extends AnalyticsName>(name: Name, charts: Source<Name>['charts']): Source<Name> => ({
  name,
  charts,
});

export const census = source('analyticsCensus', (answer, levels) => [censusChart(answer, levels)]);
export const funnel = source('analyticsFunnel', (answer) => [funnelChart(answer)]);
export const flow = source('analyticsTransitions', (answer, levels) => [
  flowChart(answer, levels),
  matrixChart(answer, levels),
  ratesChart(answer, levels),
]);
export const stay = source('analyticsLengthOfStay', (answer, levels) => [lengthOfStayChart(answer, levels)]);
export const retention = source('analyticsRetention', (answer, levels) => [retentionChart(answer, levels)]);
export const tests = source('analyticsDrugTests', (answer) => [testsChart(answer), classesChart(answer)]);
export const completion = source('analyticsCompletion', (answer, levels) => [completionChart(answer, levels)]);
export const handOffs = source('analyticsHandOffs', (answer) => [handOffsChart(answer)]);
export const readmission = source('analyticsReadmission', (answer, levels) => [readmissionChart(answer, levels)]);
export const instruments = source('analyticsInstruments', (answer) => [instrumentsChart(answer)]);
export const measures = source('analyticsMeasures', (answer) => [measuresChart(answer)]);
