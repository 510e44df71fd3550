import { useLocation, useRouter } from '@tanstack/react-router';
import { useMemo, type MouseEvent } from 'react';

/** Links of a list of thousands: made of plain text, and followed by the router as others are. */
export interface PlainLinks {
  /** The address of a journey; who looks at the past goes on looking at it. */
  readonly journey: (episodeId: string, tab?: string) => string;
  /** The address of this screen with a dialog open. */
  readonly dialog: (opens: Readonly<Record<string, string | undefined>>) => string;
  /** For `onClick` of each of them: a plain press is the router's, one with another key or button the browser's. */
  readonly follow: (event: MouseEvent<HTMLAnchorElement>) => void;
}

const example = '00000000-0000-4000-8000-000000000000';

/** A router's own link asks where it leads whenever it is drawn; these ask once for all of them. */
export function usePlainLinks(): PlainLinks {
  const router = useRouter();
  const { pathname, search } = useLocation();
  return useMemo(() => {
    const { stringifySearch } = router.options;
    const { href } = router.buildLocation({
      to: '/journeys/$episodeId/{-$tab}',
      params: { episodeId: example, tab: undefined },
    });
    const [before = '', after = ''] = href.split(example);
    return {
      journey: (episodeId, tab) => `${before}${episodeId}${tab === undefined ? '' : `/${tab}`}${after}`,
      dialog: (opens) => pathname + stringifySearch({ ...search, about: undefined, ...opens }),
      follow: (event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void router.navigate({ href: event.currentTarget.getAttribute('href') ?? '' });
      },
    };
  }, [router, pathname, search]);
}
