import { readFileSync } from 'node:fs';
import { ProgrammeFile, SiteFile } from '@stepway/contracts';
import type { CommandEnvelope, CommandOf, Instant } from '@stepway/pathway';
import type { ContextFor } from '../record/context-for.ts';
import { nurse } from './appends.ts';

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../pathway/programmes/${name}`, import.meta.url), 'utf8'));

const programme = ProgrammeFile.parse(file('standard-four.v2.json'));
const calendar = SiteFile.parse(file('sites.json')).sites.find(({ siteId }) => siteId === 'main');

/** The programme and the site that ship. */
export const contextFor: ContextFor = (_, now, eventId = () => '') => {
  if (calendar === undefined) throw new Error('no site main');
  return { now, programme, calendar, eventId };
};

export const said = (commandId: string, occurredAt: Instant): CommandEnvelope => ({
  commandId,
  occurredAt,
  actor: nurse,
});

export const openEpisode = (patientId: string, at: Instant, commandId = 'open'): CommandOf<'OpenEpisode'> => ({
  type: 'OpenEpisode',
  ...said(commandId, at),
  patientId,
  programme: { id: 'standard-four', version: 2 },
  siteId: 'main',
  entryLevel: 'iop',
  ageGroup: 'adult',
});

export const admit = (at: Instant, commandId = 'admit'): CommandOf<'Admit'> => ({
  type: 'Admit',
  ...said(commandId, at),
  level: 'iop',
  attendedAt: at,
});

/** A definitive positive for cocaine: unexpected use, so that a step up follows by rule. */
export const cocaineFound = (specimenId: string, at: Instant): CommandOf<'RecordDrugTestResult'> => ({
  type: 'RecordDrugTestResult',
  ...said(`test-${specimenId}`, at),
  specimenId,
  matrix: 'urine',
  collectedAt: at,
  reportedAt: at,
  status: 'final',
  validity: { finding: 'valid' },
  results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' }],
  acknowledgedUse: false,
});

export const session = (sessionId: string, at: Instant): CommandOf<'RecordSession'> => ({
  type: 'RecordSession',
  ...said(`session-${sessionId}`, at),
  sessionId,
  sessionType: 'group',
  startedAt: at,
  minutes: 60,
  attendance: 'attended',
});

export const discharge = (at: Instant): CommandOf<'DischargeEpisode'> => ({
  type: 'DischargeEpisode',
  ...said('discharge', at),
  at,
  reasonCode: 'dropped-out',
  againstAdvice: false,
});
