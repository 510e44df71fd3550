import type { SessionView } from '@stepway/contracts';
import { createContext, use, useMemo } from 'react';
import { siteTimes, type SiteTime, type TimeOf } from '../marks/time.ts';

const SessionContext = createContext<{ readonly session: SessionView; readonly timeOf: TimeOf } | undefined>(undefined);

export function SessionProvider({
  session,
  children,
}: {
  readonly session: SessionView;
  readonly children: React.ReactNode;
}) {
  const { timeZone, timeZones } = session.deployment;
  const timeOf = useMemo(() => siteTimes(timeZones, timeZone), [timeZones, timeZone]);
  const value = useMemo(() => ({ session, timeOf }), [session, timeOf]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

function useSessionContext() {
  const value = use(SessionContext);
  if (value === undefined) throw new Error('useSession outside of SessionProvider');
  return value;
}

export const useSession = (): SessionView => useSessionContext().session;

/** Moments in the time of each site: those of a person are told in the time of the site that has them. */
export const useTimeOf = (): TimeOf => useSessionContext().timeOf;

/** Moments in the time of one site; without one, of who looks: for what belongs to no person. */
export const useSiteTime = (siteId?: string): SiteTime => useTimeOf()(siteId);
