import { randomUUID } from 'node:crypto';
import type { Sender } from '@stepway/contracts';
import { daysAgo, type Answered, type RunningApi } from '../../testing/running-api.ts';

/** A laboratory that is registered, and its requests. */
export async function registered(api: RunningApi, senderId: string) {
  const subject = `${senderId}-subject`;
  const sender: Sender = {
    ...{ senderId, title: senderId, active: true, siteIds: ['main'], timeZone: 'America/New_York' },
    ...{ commands: ['RecordDrugTestResult'], matchByName: false, codes: [], leavesAside: [] },
    numbers: [{ authority: 'urn:acme:mrn', as: 'mrn' }],
    fhir: { subject },
  };
  await api.resources.inbox.senders.set(sender, 'administrator-1');
  const authorization = `Bearer ${await api.token('system', { subject })}`;
  const post = (
    path: string,
    body: object | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> =>
    api.send('POST', `/fhir/R4${path}`, {
      ...{ authorization, body },
      headers: { 'content-type': 'application/fhir+json', ...headers },
    });
  const get = (path: string): Promise<Answered> => api.send('GET', path, { authorization });
  return { sender, subject, authorization, post, get };
}
export type Lab = Awaited<ReturnType<typeof registered>>;

export const screen = (fields: object = {}) => ({
  ...{ resourceType: 'Observation', status: 'final', valueString: 'positive' },
  code: { coding: [{ system: 'http://loinc.org', code: '14314-9' }] },
  subject: { identifier: { system: 'urn:acme:mrn', value: 'canary-1' } },
  specimen: { identifier: { value: `S-${randomUUID()}` } },
  ...{ effectiveDateTime: daysAgo(2), issued: daysAgo(1) },
  ...fields,
});
export const bundle = (type: string, resources: readonly object[], more: object = {}) => ({
  ...{ resourceType: 'Bundle', type },
  entry: resources.map((resource) => ({
    resource,
    ...(type === 'transaction' && { request: { method: 'POST', url: 'Observation' } }),
  })),
  ...more,
});
export const ofPerson = (value: string) => ({ subject: { identifier: { system: 'urn:acme:mrn', value } } });
