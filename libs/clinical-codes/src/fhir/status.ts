import type { DrugTestReport } from '@stepway/pathway';
import type { AskReason, Question } from '../question.ts';
import type { Placed, Resources } from './resources.ts';
import type { DiagnosticReport, Observation } from './shapes.ts';

type Status = DrugTestReport['status'];
type Unsettled = Extract<AskReason, 'no-result-yet' | 'status-not-understood'>;
type FhirStatus = DiagnosticReport['status'] | Observation['status'];

/** FHIR's words for how far a report has come, as the pathway's; `entered-in-error` takes back what was said. */
const statusOf: Readonly<Record<FhirStatus, Status | Unsettled>> = {
  registered: 'no-result-yet',
  partial: 'preliminary',
  preliminary: 'preliminary',
  final: 'final',
  appended: 'final',
  amended: 'corrected',
  corrected: 'corrected',
  cancelled: 'cancelled',
  'entered-in-error': 'cancelled',
  unknown: 'status-not-understood',
};

const isUnsettled = (status: Status | Unsettled): status is Unsettled =>
  status === 'no-result-yet' || status === 'status-not-understood';

/** The report's own status; without a report that of its observations, if they agree. */
export function statusOfScreen({ report, observations }: Resources): {
  readonly status?: Status;
  readonly questions: readonly Question[];
} {
  // A correction, also where the report does not say so: else it would contradict what it corrects.
  if (report && statusOf[report.status] === 'final' && observations.some(isCorrected))
    return { status: 'corrected', questions: [] };
  const said = report ? [report.status] : observations.map(({ observation }) => observation.status);
  const [status, ...others] = [...new Set(said.map((one) => statusOf[one]))];
  if (status === undefined) return { questions: [] };
  if (others.length > 0) return { questions: [{ reason: 'status-differs' }] };
  return isUnsettled(status) ? { questions: [{ reason: status }] } : { status, questions: [] };
}

const isCorrected = ({ observation }: Placed): boolean => statusOf[observation.status] === 'corrected';

/** Why the status of one observation keeps it from being a result of the report it belongs to. */
export function statusAgainst(observation: Observation, { report }: Resources): AskReason | undefined {
  const own = statusOf[observation.status];
  if (isUnsettled(own)) return own;
  if (report === undefined || own === 'final' || own === 'corrected') return undefined;
  return own === statusOf[report.status] ? undefined : 'status-differs';
}
