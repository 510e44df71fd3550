import { useNavigate, useSearch } from '@tanstack/react-router';
import { createContext, use, useEffect } from 'react';
import { useNow } from '../api/now.ts';

/** The moment that is looked at instead of now: by what was known then, or by what, as is known now, was true then. */
export interface Past {
  readonly asOf: string;
  readonly sense: 'true' | 'known';
}

/** The moment of the past that the address names; undefined for now. While there is one, nothing can be recorded. */
export function usePast(): Past | undefined {
  const { asOf, sense = 'known' } = useSearch({ strict: false });
  return asOf === undefined ? undefined : { asOf, sense: sense === true ? 'true' : 'known' };
}

/** The moment that is shown: now, in steps of ten seconds, or the one of the past. */
export function useShownMoment(): number {
  const now = useNow();
  const past = usePast();
  return past === undefined ? now : Date.parse(past.asOf);
}

/** Looks at another moment on the same screen; at now without one. */
export function useLookAt(): (past: Past | undefined) => void {
  const navigate = useNavigate();
  return (past) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, asOf: past?.asOf, sense: past?.sense === 'true' ? true : past?.sense }),
      replace: true,
    });
}

/** What a screen says to the bar of the past. */
export interface PastOfScreen {
  /** Before it there is nothing to see. */
  readonly from?: number;
  /** What is known now and was not known then. */
  readonly note?: string;
}

export const PastContext = createContext<(said: PastOfScreen) => void>(() => undefined);

/** Tells the bar of the past how far back this screen goes, and what was told only later. */
export function usePastOfScreen(from: number | undefined, note: string | undefined): void {
  const say = use(PastContext);
  useEffect(() => {
    say({ ...(from !== undefined && { from }), ...(note !== undefined && { note }) });
    return () => say({});
  }, [say, from, note]);
}
