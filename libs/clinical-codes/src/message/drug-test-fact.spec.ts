import type { DrugScreen } from '../fhir/read-drug-screen.ts';
import { drugTestFact } from './drug-test-fact.ts';

const screen: DrugScreen = {
  status: 'final',
  matrix: 'urine',
  specimen: '26/77',
  collected: '2026-02-02T09:00:00-05:00',
  reported: '2026-02-03T08:00:00Z',
  validity: { ph: 6 },
  results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'presumptive' }],
  setAside: [],
  questions: [],
};
const reasons = (given: Partial<DrugScreen>) =>
  drugTestFact({ ...screen, ...given }, {}).questions.map(({ reason }) => reason);

describe('a drug screen as a fact', () => {
  it('is the command that records it', () => {
    expect(drugTestFact(screen, { laboratory: 'acme', numbersBegin: 'acme-' })).toEqual({
      fact: {
        type: 'RecordDrugTestResult',
        body: {
          specimenId: 'x_.acme-26_2f77',
          collectedAt: '2026-02-02T14:00:00.000Z',
          reportedAt: '2026-02-03T08:00:00.000Z',
          status: 'final',
          matrix: 'urine',
          laboratory: 'acme',
          validity: { finding: 'not-recorded', ph: 6 },
          results: screen.results,
        },
      },
      questions: [],
    });
  });

  it('stands beside what is asked about its specimen', () => {
    const { fact, questions } = drugTestFact({ ...screen, questions: [{ reason: 'no-cut-off', resource: 3 }] }, {});
    expect(fact).toBeDefined();
    expect(questions).toEqual([{ reason: 'no-cut-off', resource: 3, about: 'x_.26_2f77' }]);
  });

  it('is none without number, moment, status or result: a person is asked', () => {
    expect(reasons({ specimen: ' ' })).toEqual(['no-specimen-number']);
    expect(reasons({ collected: '2026-02-02', reported: 'soon' })).toEqual(['no-collection-time', 'no-report-time']);
    expect(drugTestFact({ ...screen, results: [] }, {})).toEqual({ questions: [] });
    const { status: _, ...without } = screen;
    expect(drugTestFact(without, {}).fact).toBeUndefined();
  });

  it('takes back all that was said when the laboratory cancelled it and named nothing, unless something is asked', () => {
    const cancelled = { ...screen, status: 'cancelled', results: [] } as const;
    expect(drugTestFact(cancelled, {}).fact).toMatchObject({ body: { status: 'cancelled', results: [] } });
    expect(drugTestFact({ ...cancelled, questions: [{ reason: 'no-loinc-code' }] }, {}).fact).toBeUndefined();
  });

  it('is none where it could not be recorded', () => {
    const many = Array.from({ length: 101 }, (_, n) => ({ ...screen.results[0], analyte: `a${n}` }));
    expect(reasons({ results: many as DrugScreen['results'] })).toEqual(['not-recordable']);
  });
});
