import {
  mergeReports,
  type DrugClass,
  type InstrumentCode,
  type MergedClass,
  type Outcome,
  type Specimen,
  type Stage,
} from '@stepway/pathway';
import { loincSystem, snomedSystem } from '../fhir/codes.ts';
import {
  concept,
  coding,
  inWords,
  numbered,
  ourConcept,
  subjectOf,
  type Coding,
  type Told,
  type Telling,
  type R4Resource,
  named,
} from './form.ts';

const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category';

/** Results of drug tests, one for each class of a specimen, and questionnaires with their scores. */
export const observations = (telling: Telling): readonly Told[] => [...drugTests(telling), ...scores(telling)];

function drugTests(telling: Telling): readonly Told[] {
  const { journey, may } = telling;
  if (!may('DrugTestResultRecorded', 'results')) return [];
  return journey.specimens.flatMap((specimen) =>
    mergeReports(specimen).classes.map((found) => drugTest(telling, specimen, found)),
  );
}

/** Presence in urine by class as a whole, as our own table of LOINC has it: for results that came without a code. */
export const loincOfClass: Readonly<Partial<Record<DrugClass, Readonly<Partial<Record<Stage, string>>>>>> = {
  amphetamines: { presumptive: '19261-7', definitive: '16369-1' },
  barbiturates: { presumptive: '19270-8', definitive: '16429-3' },
  benzodiazepines: { presumptive: '14316-4', definitive: '16195-0' },
  buprenorphine: { presumptive: '58359-1' },
  cannabis: { presumptive: '18282-4', definitive: '19289-8' },
  cocaine: { presumptive: '42241-0', definitive: '47400-7' },
  fentanyl: { presumptive: '58379-9', definitive: '66129-8' },
  methadone: { presumptive: '42251-9' },
  opioids: { presumptive: '19295-5', definitive: '18390-5' },
  oxycodone: { presumptive: '58430-0', definitive: '61197-0' },
};

const qualifiers = {
  positive: { code: '10828004', display: 'Positive', flag: 'POS' },
  negative: { code: '260385009', display: 'Negative', flag: 'NEG' },
  indeterminate: { code: '82334004', display: 'Indeterminate', flag: 'IND' },
} as const satisfies Readonly<Record<Exclude<Outcome, 'not-done'>, object>>;

function drugTest(telling: Telling, specimen: Specimen, found: MergedClass): Told {
  const { may, numbers } = telling;
  const { specimenId, collectedAt, reports } = specimen;
  const { drugClass, outcome, stage, results } = found;
  const { matrix } = mergeReports(specimen);
  const status = statusOf(found, reports.at(-1)?.status === 'corrected');
  const told = [...new Set(results.flatMap(({ loinc }) => loinc ?? []))];
  const byClass = matrix === 'urine' ? loincOfClass[drugClass]?.[stage] : undefined;
  const codes: readonly Coding[] = [
    ...(told.length > 0 ? told : byClass === undefined ? [] : [byClass]).map((code) => ({ system: loincSystem, code })),
    coding('drug-class', drugClass),
  ];
  const category = concept({ system: categorySystem, code: 'laboratory' });
  const disposition = may('DrugTestDisposed', 'disposition') ? specimen.judgements[drugClass]?.disposition : undefined;
  const [amount] = results;
  const said = outcome === 'not-done' ? undefined : qualifiers[outcome];
  const issued = reports
    .map(({ reportedAt }) => reportedAt)
    .toSorted()
    .at(-1);
  const resource: R4Resource = {
    ...named(telling, 'Observation', `specimen ${specimenId} ${drugClass}`),
    ...numbered(telling, 'specimen', specimenId),
    ...{ status, category: [category], code: { coding: codes, text: inWords(drugClass) } },
    ...subjectOf(telling),
    effectiveDateTime: collectedAt,
    ...(issued !== undefined && { issued }),
    ...(said === undefined
      ? {
          dataAbsentReason: concept({
            system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
            code: 'not-performed',
          }),
        }
      : {
          valueCodeableConcept: concept({ system: snomedSystem, code: said.code, display: said.display }),
          interpretation: [
            concept({
              system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
              code: said.flag,
            }),
          ],
        }),
    method: ourConcept('test-stage', stage),
    ...((disposition !== undefined || (numbers && amount?.amount !== undefined)) && {
      component: [
        ...(disposition === undefined
          ? []
          : [
              {
                code: concept(coding('observation', 'disposition')),
                valueCodeableConcept: ourConcept('disposition', disposition),
              },
            ]),
        ...(numbers && amount?.amount !== undefined
          ? [
              {
                code: concept(coding('observation', 'amount')),
                valueQuantity: { value: amount.amount, ...(amount.unit !== undefined && { unit: amount.unit }) },
              },
            ]
          : []),
      ],
    }),
  };
  return {
    ...{ resource, by: 'DrugTestResultRecorded', keys: [specimenId] },
    found: { status, code: codes, category: category.coding, date: { start: collectedAt, end: collectedAt } },
  };
}

function statusOf({ cancelled, preliminary }: MergedClass, corrected: boolean): string {
  if (cancelled) return 'cancelled';
  if (preliminary) return 'preliminary';
  return corrected ? 'corrected' : 'final';
}

/** Where LOINC has the whole score. */
const scoreCodes: Readonly<Partial<Record<InstrumentCode, string>>> = { 'phq-9': '44261-6', 'gad-7': '70274-6' };

function scores(telling: Telling): readonly Told[] {
  const { journey, may } = telling;
  if (!may('InstrumentScored', 'instrument')) return [];
  return journey.instruments.map(({ instrumentId, instrument, at, score, severity, recordedAt }): Told => {
    const loinc = scoreCodes[instrument];
    const codes = [
      ...(loinc === undefined ? [] : [{ system: loincSystem, code: loinc }]),
      coding('instrument', instrument),
    ];
    const category = concept({ system: categorySystem, code: 'survey' });
    const resource: R4Resource = {
      ...named(telling, 'Observation', `instrument ${instrumentId}`),
      ...{ status: 'final' },
      ...numbered(telling, 'instrument', instrumentId),
      ...{ category: [category], code: { coding: codes, text: instrument.toUpperCase() } },
      ...subjectOf(telling),
      ...{ effectiveDateTime: at, issued: recordedAt },
      ...(score !== undefined && may('InstrumentScored', 'score') && { valueInteger: score }),
      ...(severity !== undefined &&
        may('InstrumentScored', 'severity') && { interpretation: [ourConcept('severity', severity)] }),
    };
    const found = { status: 'final', code: codes, category: category.coding, date: { start: at, end: at } };
    return { resource, by: 'InstrumentScored', keys: [instrumentId], found };
  });
}
