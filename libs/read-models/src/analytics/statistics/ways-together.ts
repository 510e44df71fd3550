import type { Count } from '@stepway/contracts';
import { isSmall } from './least-shown.ts';

/** A whole way that people went, step by step to its end, and how many did. */
export interface Path {
  readonly steps: readonly string[];
  readonly count: number;
}

/** People who went the same way; of `others` the steps are what their ways have in common, before they part. */
export interface WayClass extends Path {
  readonly others: boolean;
}

interface Ways {
  readonly admitted: Count;
  readonly classes: readonly WayClass[];
}

export const eachWay = (paths: readonly Path[]): Ways => ({
  admitted: sum(paths),
  classes: paths.map((path) => ({ ...path, others: false })),
});

/**
 * Puts people together until nobody is in a class of fewer than eleven: who went a way that too few went is counted
 * among others from where these ways parted, the latest first. Whatever is shown of the ways is then a sum of whole
 * classes, so no sum and no difference of it is a small group.
 * A rest that is still too small takes the smallest class with it; where there is but one, it is not counted at all,
 * and how many there are in all is not said.
 */
export function waysTogether(paths: readonly Path[]): Ways {
  const classes: WayClass[] = [];
  let small: readonly Path[] = [];
  const longest = Math.max(0, ...paths.map(({ steps }) => steps.length));
  for (let common = longest - 1; common >= 0; common -= 1) {
    const here = [...small, ...paths.filter(({ steps }) => steps.length === common + 1)];
    classes.push(...here.filter(({ count }) => !isSmall(count)).map((path) => ({ ...path, others: false })));
    const byCommon = Map.groupBy(
      here.filter(({ count }) => isSmall(count)),
      ({ steps }) => JSON.stringify(steps.slice(0, common)),
    );
    const merged = [...byCommon.values()].map((own) => ({
      ...{ steps: own[0]?.steps.slice(0, common) ?? [], count: sum(own), others: true },
    }));
    classes.push(...merged.filter(({ count }) => !isSmall(count)));
    small = merged.filter(({ count }) => isSmall(count));
  }
  const rest = sum(small);
  if (rest === 0) return { admitted: sum(classes), classes };
  if (classes.length < 2) return { admitted: null, classes };
  return withRest(classes, rest);
}

function withRest(classes: readonly WayClass[], rest: number): Ways {
  const [smallest, ...others] = classes.toSorted((a, b) => a.count - b.count);
  const together = { steps: [], count: rest + (smallest?.count ?? 0), others: true };
  return { admitted: sum([...others, together]), classes: [...others, together] };
}

const sum = (paths: readonly Path[]): number => paths.reduce((total, { count }) => total + count, 0);
