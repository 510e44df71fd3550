import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { createContext, use } from 'react';

interface InRow {
  /** Whether what is drawn stands in the current row. */
  readonly current: boolean;
  /** Whether its next act is the primary one of the page: not while the panel offers the same. */
  readonly primary: boolean;
}
export const CurrentRow = createContext<InRow>({ current: false, primary: false });

/**
 * For what can be pressed inside a row: only that of the current row is reached by Tab, so that a list is one stop
 * and not a thousand; the pointer reaches all.
 */
export const useRowTab = (): { readonly tabIndex: 0 | -1 } => ({ tabIndex: use(CurrentRow).current ? 0 : -1 });

interface RowActProps {
  readonly words: string;
  /** For whom: said after the words to those who hear the button. */
  readonly whom: string;
  /** The dialog it opens, as it stands in the address. */
  readonly opens: { readonly do: string; readonly of: string; readonly about?: string };
}

/** The next act of a row: opens its dialog on this page. Primary in the current row only, and not beside its open panel. */
export function RowAct({ words, whom, opens }: RowActProps) {
  const { primary } = use(CurrentRow);
  return (
    <Button
      size="compact-sm"
      h={26}
      variant={primary ? 'filled' : 'default'}
      aria-label={`${words}: ${whom}`}
      {...useRowTab()}
      renderRoot={(drawn) => (
        // A dialog of this page: its filters stay as they are.
        <Link to="." search={(now: object) => ({ ...now, about: undefined, ...opens })} {...drawn} />
      )}
    >
      {words}
    </Button>
  );
}
