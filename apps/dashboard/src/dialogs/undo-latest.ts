let latest: (() => void) | undefined;

/** Offers to take something back, as long as it is not forgotten. */
export function rememberUndo(takeBack: () => void): void {
  latest = takeBack;
}

export function forgetUndo(takeBack: () => void): void {
  if (latest === takeBack) latest = undefined;
}

/** Takes back what was offered last, if it is still offered: Ctrl Z. */
export const undoLatest = (): void => latest?.();
