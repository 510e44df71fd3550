import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { askAgainMs, beingFilled } from './api/being-filled.ts';
import { createLive } from './api/live.ts';
import { sessionQuery } from './api/queries.ts';
import { isStatus } from './api/request.ts';
import { forgetSignedOut } from './api/sign-out.ts';
import { unsentBy } from './api/unsent-attendance.ts';
import { LiveContext } from './api/use-live.ts';
import { SessionProvider } from './frame/session.tsx';
import { SignIn } from './frame/sign-in.tsx';
import { Failure } from './frame/states.tsx';
import { cssVariables } from './look/css-variables.ts';
import { theme } from './look/theme.ts';
import { router } from './router.tsx';

// The same key as in public/scheme.js, which sets the scheme before the first paint.
const schemeManager = localStorageColorSchemeManager({ key: 'stepway-colour-scheme' });

const client: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      retry: (failures, error) =>
        failures < 2 && !isStatus(error, 404) && !isStatus(error, 401) && beingFilled(error) === undefined,
      // A person waits: what does not come back within a second is said.
      retryDelay: (failures) => 300 * 2 ** failures,
      // What an upgrade added comes by itself.
      refetchInterval: ({ state }) => beingFilled(state.error) !== undefined && askAgainMs,
    },
  },
  queryCache: new QueryCache({
    onError: (error, query) => {
      // The session ended meanwhile: ask who is signed in, and the sign-in page follows.
      if (isStatus(error, 401) && query.queryKey[0] !== 'session')
        void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  }),
});

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={client}>
        <SignedIn>
          <RouterProvider router={router} />
        </SignedIn>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function SignedIn({ children }: { readonly children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const actorId = session?.actor.id;
  useEffect(() => {
    if (actorId !== undefined) unsentBy(actorId); // what somebody else left here is forgotten, whatever they look at
  }, [actorId]);
  // What was asked for while somebody was signed in is still here: then the session has ended meanwhile.
  if (isStatus(error, 401)) return <SignIn ended={session !== undefined} />;
  if (session === undefined)
    return error === null ? null : <Failure what="Stepway" error={error} retry={() => void refetch()} />;
  return (
    <SessionProvider session={session}>
      <LiveProvider listens={session.may.ask.includes('episodes')}>{children}</LiveProvider>
    </SessionProvider>
  );
}

/** The stream of changes is for who sees people. */
function LiveProvider({ listens, children }: { readonly listens: boolean; readonly children: ReactNode }) {
  const [live] = useState(() => createLive((url) => new EventSource(url)));
  useEffect(() => {
    forgetSignedOut();
    if (!listens) return;
    live.start();
    // A stream that breaks may mean that the session ended: asked who is signed in, the API says so.
    const stopWatching = live.watch(() => {
      if (live.state().status === 'lost') void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    });
    return () => {
      stopWatching();
      live.stop();
    };
  }, [live, listens]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
