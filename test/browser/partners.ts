import { hoursAgo } from '../clinic/clinic.ts';
import { findingsInBothSchemes } from './looks.ts';
import type { World } from './world.ts';

export function partnerSpecs(world: World): void {
  describe('who outside is told what people consented to', () => {
    it('stands with what it may be told, how far it was told, and how it connects', async () => {
      const page = await world.desk.windowOf('Corvin Rook', '/partners');
      const house = page.getByRole('region', { name: 'Harbour House' });
      await house.getByText('harbour-house and Housing provider').waitFor();
      await house.getByText('stepway.partner.session-recorded.v1').waitFor();
      await house.getByText('How to connect in ten minutes').click();
      await house.getByText('node docs/examples/partners/kafka.mjs recovery-housing').waitFor();
      await house.getByText('stepway.partner.recovery-housing.v1', { exact: true }).waitFor();
      expect(await findingsInBothSchemes(page)).toEqual([]);

      const episodeId = await world.clinic.admitted('iop');
      await world.clinic.does(episodeId, 'GiveConsent', {
        ...{ consentId: 'housing-1', kind: 'single-recipient', discloser: 'this-programme' },
        ...{ recipients: [{ recipientId: 'harbour-house' }], purposes: ['housing'], information: ['attendance'] },
        statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
        expires: { on: 'event', event: 'end-of-treatment' },
        ...{ signedAt: hoursAgo(0.1), signatures: [{ who: 'patient' }] },
      });
      await world.clinic.does(episodeId, 'RecordSession', {
        ...{ sessionId: 'told-1', type: 'group', startedAt: hoursAgo(1), minutes: 90, attendance: 'attended' },
      });
      await house.getByText('Events told').locator('..').getByText('1', { exact: true }).waitFor();
      await house.getByText('Last told').locator('..').getByText(/ago$/).waitFor();

      const token = (await world.stack.stepway('token', '--partner', 'recovery-housing')).stdout.trim();
      const asked = await fetch(`${world.stack.addresses().http}/v1/partners/recovery-housing/replays`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ after: 0 }),
      });
      expect(asked.status).toBe(202);
      const replay = house.getByRole('list', { name: 'Asked to be told again' }).getByRole('listitem');
      await replay.getByText('done').waitFor();
      await replay.getByText('events told: 1', { exact: true }).waitFor();
    });
  });
}
