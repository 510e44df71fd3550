import type { ClassResult } from '../drug-testing/commands.ts';
import type { CommandEnvelope, CommandFields, CommandOf } from '../commands.ts';
import { plusDays, plusHours, type Instant } from '../time.ts';
import type { Actor, DrugClass, NotCollectedOutcome, Outcome, ReviewFinding, Role, Stage } from '../vocabulary.ts';

/** Noon UTC on the day of admission: specs count days from here. */
export const admission: Instant = '2026-05-04T12:00:00.000Z';

/** So many days after admission. */
export const day = (days: number): Instant => plusDays(admission, days);

export const by = (role: Role): Actor => ({ id: `${role}-1`, kind: 'person', role });

let count = 0;

/** Who said it and when; each command has an id of its own. */
export function said(occurredAt: Instant, role: Role = 'coordinator'): CommandEnvelope {
  count += 1;
  return { commandId: `command-${count}`, actor: by(role), occurredAt };
}

export const opened = (fields: Partial<CommandFields['OpenEpisode']> = {}): CommandOf<'OpenEpisode'> => ({
  type: 'OpenEpisode',
  ...said(day(-14)),
  patientId: 'patient-1',
  programme: { id: 'standard-four', version: 2 },
  siteId: 'main',
  entryLevel: 'iop',
  ageGroup: 'adult',
  ...fields,
});

export const admitted = (level: string, attendedAt = admission): CommandOf<'Admit'> => ({
  type: 'Admit',
  ...said(attendedAt),
  level,
  attendedAt,
});

/** Opened two weeks before, admitted on day 0. */
export const inCareAt = (level: string): readonly [CommandOf<'OpenEpisode'>, CommandOf<'Admit'>] => [
  opened({ entryLevel: level }),
  admitted(level),
];

export const takes = (
  medication: string,
  fields: Partial<CommandFields['RecordMedication']> = {},
): CommandOf<'RecordMedication'> => {
  const from = fields.from ?? admission;
  return {
    type: 'RecordMedication',
    ...said(from, 'prescriber'),
    medicationId: medication,
    medication,
    kind: 'prescribed',
    scheduled: true,
    from,
    ...fields,
  };
};

export const stopsTaking = (medicationId: string, at: Instant): CommandOf<'EndMedication'> => ({
  type: 'EndMedication',
  ...said(at, 'prescriber'),
  medicationId,
  at,
});

export const missesDoses = (
  medicationId: string,
  from: Instant,
  fields: Partial<CommandOf<'RecordMissedDoses'>> = {},
): CommandOf<'RecordMissedDoses'> => ({
  type: 'RecordMissedDoses',
  ...said(fields.to ?? from, 'nurse'),
  medicationId,
  from,
  doses: 1,
  ...fields,
});

export const continues = (
  medicationId: string,
  at: Instant,
  nextDoseAt: Instant,
): CommandOf<'ArrangeMedicationContinuity'> => ({
  type: 'ArrangeMedicationContinuity',
  ...said(at, 'nurse'),
  medicationId,
  nextDoseAt,
});

type Found = readonly [drugClass: DrugClass, outcome: Outcome, more?: Partial<ClassResult>];

type Report = CommandFields['RecordDrugTestResult'];
type ReportFields = Partial<Report> & { readonly recordedAt?: Instant };

/** One report; collected on day 10 and reported at once, unless said otherwise. The day gives the specimen its id. */
function report(stage: Stage, found: readonly Found[], fields: ReportFields): CommandOf<'RecordDrugTestResult'> {
  const { recordedAt, ...rest } = fields;
  const collectedAt = fields.collectedAt ?? day(10);
  const reportedAt = fields.reportedAt ?? collectedAt;
  return {
    type: 'RecordDrugTestResult',
    ...said(recordedAt ?? reportedAt, 'nurse'),
    specimenId: `S-${collectedAt.slice(0, 13)}`,
    matrix: 'urine',
    collectedAt,
    reportedAt,
    status: 'final',
    validity: { finding: 'valid' },
    results: found.map(([drugClass, outcome, more]) => ({ drugClass, outcome, stage, ...more })),
    acknowledgedUse: false,
    ...rest,
  };
}

export const definitive = (found: readonly Found[], fields: ReportFields = {}): CommandOf<'RecordDrugTestResult'> =>
  report('definitive', found, fields);

export const presumptive = (found: readonly Found[], fields: ReportFields = {}): CommandOf<'RecordDrugTestResult'> =>
  report('presumptive', found, fields);

export const asksForTest = (dueAt: Instant, at: Instant): CommandOf<'ScheduleDrugTest'> => ({
  type: 'ScheduleDrugTest',
  ...said(at, 'therapist'),
  dueAt,
  cause: 'for-cause',
});

export const missed = (dueAt: Instant, outcome: NotCollectedOutcome = 'missed'): CommandOf<'RecordMissedDrugTest'> => ({
  type: 'RecordMissedDrugTest',
  ...said(plusHours(dueAt, 1)),
  dueAt,
  outcome,
});

export const tellsOfUse = (
  drugClass: DrugClass,
  lastUseAt: Instant,
  at = lastUseAt,
): CommandOf<'RecordAcknowledgedUse'> => ({
  type: 'RecordAcknowledgedUse',
  ...said(at, 'therapist'),
  drugClass,
  lastUseAt,
});

export const reviewed = (
  specimenId: string,
  drugClass: DrugClass,
  finding: ReviewFinding,
  at: Instant,
  role: Role = 'prescriber',
): CommandOf<'ReviewDrugTest'> => ({ type: 'ReviewDrugTest', ...said(at, role), specimenId, drugClass, finding });

export const attended = (startedAt: Instant): CommandOf<'RecordSession'> => ({
  type: 'RecordSession',
  ...said(startedAt),
  sessionId: `session-${startedAt}`,
  sessionType: 'group',
  startedAt,
  minutes: 180,
  attendance: 'attended',
});
