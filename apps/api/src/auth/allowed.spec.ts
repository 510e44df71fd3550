import type { JourneyView } from '@stepway/contracts';
import { allowedOn } from './allowed.ts';

const quiet: Parameters<typeof allowedOn>[1] = { status: 'active', transition: null, holds: [], goals: [] };
const at = '2026-11-20T09:00:00.000Z';
const allowed = (more: Partial<JourneyView>) => allowedOn('medical-director', { ...quiet, ...more });

describe('what may be done with a journey', () => {
  it('is what the role may send', () => {
    expect(allowedOn('peer-worker', quiet)).toContain('RecordSession');
    expect(allowedOn('peer-worker', quiet)).not.toContain('ChangeLevelOfCare');
    expect(allowedOn('administrator', quiet)).toEqual([]);
  });

  it('leaves out what has no subject there', () => {
    expect(allowed({})).not.toContain('ReleaseHold');
    expect(allowed({ holds: [{ holdId: 'h', placedAt: at, until: at, endedAt: null }] })).toContain('ReleaseHold');
    expect(allowed({})).not.toContain('DecideProposal');
    expect(allowed({})).not.toContain('ReopenEpisode');
    expect(allowed({ status: 'discharged' })).toContain('ReopenEpisode');
    expect(allowed({ status: 'discharged' })).not.toContain('PlaceHold');
    expect(allowed({ status: 'discharged' })).not.toContain('OpenEpisode');
  });

  it('keeps what may be told late', () => {
    expect(allowed({ status: 'discharged' })).toEqual(
      expect.arrayContaining(['RecordDrugTestResult', 'RecordFollowUp', 'RevokeConsent']),
    );
  });
});
