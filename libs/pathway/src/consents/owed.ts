import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { openTask, taskOf } from '../tasks/open.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { laterOf, plusDays, type Instant } from '../time.ts';
import { lastVersion, type Consent, type ConsentVersion } from './state.ts';

/** A consent ends on its date, whatever else pauses; some time before a person renews it or lets it go. */
export const consentsOwed = (journey: OpenedJourney, { programme }: Context): readonly Owed[] =>
  journey.consents.flatMap((consent) => {
    const version = lastVersion(consent);
    if (consent.ended || version?.expires.on !== 'date') return [];
    const { at } = version.expires;
    const noticeAt = laterOf(plusDays(at, -programme.consents.expiryNoticeDays), version.recordedAt);
    return [...noticeOwed(journey, version, noticeAt, at), expiryOwed(consent, at)];
  });

const expiryOwed = ({ consentId }: Consent, at: Instant): Owed => ({
  at,
  cause: 'consent-expiry',
  subject: consentId,
  make: () => [{ type: 'ConsentExpired', occurredAt: at, data: { consentId, at } }],
});

function noticeOwed(
  journey: OpenedJourney,
  { consentId: subject, recordedAt, eventId: causedBy }: ConsentVersion,
  noticeAt: Instant,
  dueAt: Instant,
): readonly Owed[] {
  // Signed for a day that had passed when it was recorded: there is nothing to renew in time.
  if (journey.status === 'discharged' || noticeAt >= dueAt) return [];
  const task = taskOf(journey, 'renew-consent', subject);
  if (task && (task.state === 'open' || task.openedAt >= recordedAt)) return [];
  const make: Owed['make'] = () => [
    {
      ...openTask(journey, { kind: 'renew-consent', role: 'coordinator', subject, dueAt }, noticeAt),
      causedBy,
    },
  ];
  return [{ at: noticeAt, cause: 'consent-expiry', subject, make }];
}

/** Renewed when a later version ends later or never; moot when the consent ended, or the episode. */
export function consentTask(journey: OpenedJourney, { subject, dueAt }: Task): TaskEnd | undefined {
  const consent = journey.consents.find(({ consentId }) => consentId === subject);
  const expires = consent && lastVersion(consent)?.expires;
  if (consent === undefined || expires === undefined || consent.ended || journey.status === 'discharged')
    return 'cancelled';
  return expires.on !== 'date' || expires.at > dueAt ? 'completed' : undefined;
}
