import {
  queryRoutes,
  type DayDoseItem,
  type DayFollowUpItem,
  type DayTestItem,
  type followUpStates,
  type medicationStates,
  type testStates,
} from '@stepway/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, search } from './request.ts';

/** The lists of the day: their rows, and the states by which they are asked. */
export interface DayLists {
  readonly tests: { readonly row: DayTestItem; readonly state: (typeof testStates)[number] };
  readonly medications: { readonly row: DayDoseItem; readonly state: (typeof medicationStates)[number] };
  readonly followUps: { readonly row: DayFollowUpItem; readonly state: (typeof followUpStates)[number] };
}
export type DayListName = keyof DayLists;
type AnyRow = DayLists[DayListName]['row'];

export interface DayListPage<Row> {
  readonly rows: readonly Row[];
  readonly counts: Readonly<Record<string, number>>;
}

export interface DayListAsked {
  readonly state: string;
  readonly site?: string | undefined;
  readonly programme?: string | undefined;
  readonly level?: string | undefined;
}

const pageSize = 500;

/** All rows of one state of a list, with how many the other states have. Live changes ask for it again. */
export const dayListQuery = <Name extends DayListName>(name: Name, asked: DayListAsked) =>
  queryOptions({
    queryKey: ['day-list', name, asked],
    queryFn: async ({ signal }): Promise<DayListPage<DayLists[Name]['row']>> => {
      const rows: AnyRow[] = [];
      let counts: Readonly<Record<string, number>> = {};
      let cursor: string | null = null;
      do {
        const { path, answer } = queryRoutes[name];
        const page: { items: AnyRow[]; next: string | null; counts: Record<string, number> } = await ask(
          `${path}${search({ ...asked, limit: pageSize, cursor })}`,
          answer,
          signal,
        );
        rows.push(...page.items);
        ({ counts } = page);
        cursor = page.next;
      } while (cursor !== null);
      return { rows, counts };
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    // The clock makes a test late or a dose due without an event.
    refetchInterval: 5 * 60_000,
  });
