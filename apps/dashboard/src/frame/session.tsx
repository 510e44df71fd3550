import type { SessionView } from '@stepway/contracts';
import { createContext, use, useMemo } from 'react';
import { siteTime, type SiteTime } from '../marks/time.ts';

const SessionContext = createContext<{ readonly session: SessionView; readonly time: SiteTime } | undefined>(undefined);

export function SessionProvider({
  session,
  children,
}: {
  readonly session: SessionView;
  readonly children: React.ReactNode;
}) {
  const value = useMemo(() => ({ session, time: siteTime(session.deployment.timeZone) }), [session]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

function useSessionContext() {
  const value = use(SessionContext);
  if (value === undefined) throw new Error('useSession outside of SessionProvider');
  return value;
}

export const useSession = (): SessionView => useSessionContext().session;

/** Moments in the time of the site. */
export const useSiteTime = (): SiteTime => useSessionContext().time;
