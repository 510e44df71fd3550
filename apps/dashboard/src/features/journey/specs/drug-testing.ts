import type { Examples } from './example.ts';
import { at } from './values.ts';

export const drugTestExamples = {
  ScreeningPlanSet: [
    { from: at, drugClasses: ['opioids', 'methadone', 'buprenorphine'], negativeBy: 'attended-visit' },
    'Screening plan from [day]: opioids, methadone and buprenorphine count; a day is negative by an attended visit without one.',
  ],
  DrugTestResultRecorded: [
    {
      specimenId: 'S-1042',
      matrix: 'urine',
      acknowledgedUse: false,
      collectedAt: at,
      reportedAt: at,
      status: 'final',
      validity: { finding: 'dilute', temperature: 'not-recorded' },
      results: [
        { drugClass: 'fentanyl', outcome: 'positive', stage: 'definitive' },
        { drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive' },
        { drugClass: 'opioids', outcome: 'negative', stage: 'presumptive' },
      ],
    },
    'Drug test S-1042, collected [day]: positive for fentanyl (definitive), 2 negative; specimen dilute.',
  ],
  DrugTestScheduled: [
    { from: at, dueAt: at, cause: 'random', number: 3, after: 'pass', matrix: 'urine' },
    'Random drug test drawn for [day], the first day after a short leave.',
  ],
  DrugTestNotCollected: [{ dueAt: at, outcome: 'declined' }, 'Drug test of [day] not collected: declined.'],
  DrugTestDisposed: [
    {
      decisionId: 'd',
      specimenId: 'S-1042',
      collectedAt: at,
      drugClass: 'fentanyl',
      disposition: 'unexpected-use',
      rule: 'unexpected-use',
      explanation: 'x',
      rules: [],
    },
    'Fentanyl of S-1042: unexpected positive, treated as new use.',
  ],
  DrugTestReviewed: [
    { specimenId: 'S-1042', drugClass: 'opioids', finding: 'expected-prescribed' },
    'A clinician reviewed opioids of S-1042: explained by a medication.',
  ],
  UseAcknowledged: [{ drugClass: 'cocaine', lastUseAt: at }, 'The person tells of use of cocaine, last on [day].'],
  UseEstablished: [
    { useId: 'u', drugClasses: ['fentanyl'], specimenIds: ['S-1042'], at },
    'New use established: fentanyl, collected [day] (S-1042).',
  ],
  UseWithdrawn: [{ useId: 'u' }, 'A use no longer stands: what it stood on was judged again.'],
  ConfirmationRequested: [
    { specimenId: 'S-1042', drugClasses: ['opioids'], escalatesAt: at, closesAt: at },
    'Confirmation of opioids asked for (S-1042); it closes on [day].',
  ],
} satisfies Partial<Examples>;
