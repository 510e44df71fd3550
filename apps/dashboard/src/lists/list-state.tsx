import type { ReactNode } from 'react';
import { AfterAMoment, Failure } from '../frame/states.tsx';
import { ListSkeleton, type SkeletonProps } from './list-skeleton.tsx';

interface ListStateProps extends Omit<SkeletonProps, 'what'> {
  /** What is loaded: "The waiting list". */
  readonly what: string;
  /** As `useQuery` says it. */
  readonly query: { readonly data: unknown; readonly error: unknown; readonly refetch: () => unknown };
  /** Shown where there is nothing: `StatePanel` that says what fills it, or what to change. */
  readonly empty: ReactNode;
  readonly isEmpty: boolean;
  /** The list. */
  readonly children: ReactNode;
}

/** Loading (after a moment, in the geometry of the list), failed, empty, or the list itself. */
export function ListState({ what, query, empty, isEmpty, columns, rowHeight, children }: ListStateProps) {
  if (query.data === undefined)
    return query.error === null || query.error === undefined ? (
      <AfterAMoment>
        <ListSkeleton what={what} columns={columns} {...(rowHeight === undefined ? {} : { rowHeight })} />
      </AfterAMoment>
    ) : (
      <Failure what={what} error={query.error} retry={() => void query.refetch()} />
    );
  return isEmpty ? empty : children;
}
