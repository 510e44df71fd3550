import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { openTask, taskOf } from '../tasks/open.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { laterOf, plusDays, toMs, type Instant } from '../time.ts';
import { lastVersion, type ConsentVersion } from './state.ts';

/** A consent ends on its date, whatever else pauses; some time before a person renews it or lets it go. */
export function consentsOwed(journey: OpenedJourney, { programme }: Context): readonly Owed[] {
  const dated = journey.consents.flatMap((consent) => {
    const version = lastVersion(consent);
    return consent.ended || version?.expires.on !== 'date' ? [] : [{ version, at: version.expires.at }];
  });
  return dated.flatMap(({ version, at }) => {
    const noticeAt = laterOf(plusDays(at, -programme.consents.expiryNoticeDays), version.recordedAt);
    return [...noticeOwed(journey, version, noticeAt, at), expiryOwed(dated, version.consentId, at)];
  });
}

/** Consents of a yearly form end by the dozen at one moment: all that have come end in one round, each at its own. */
const expiryOwed = (dated: readonly Dated[], subject: string, at: Instant): Owed => ({
  at,
  cause: 'consent-expiry',
  subject,
  make: ({ now }) =>
    dated
      .filter((one) => one.at <= now)
      .toSorted((a, b) => toMs(a.at) - toMs(b.at))
      .map((one) => ({
        type: 'ConsentExpired',
        occurredAt: one.at,
        data: { consentId: one.version.consentId, at: one.at },
      })),
});

interface Dated {
  readonly version: ConsentVersion;
  readonly at: Instant;
}

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
  return [{ at: noticeAt, cause: 'consent-expiry', subject, together: true, make }];
}

/** Renewed when a later version ends later or never; moot when the consent ended, or the episode. */
export function consentTask(journey: OpenedJourney, { subject, dueAt }: Task): TaskEnd | undefined {
  const consent = journey.consents.find(({ consentId }) => consentId === subject);
  const expires = consent && lastVersion(consent)?.expires;
  if (consent === undefined || expires === undefined || consent.ended || journey.status === 'discharged')
    return 'cancelled';
  return expires.on !== 'date' || expires.at > dueAt ? 'completed' : undefined;
}
