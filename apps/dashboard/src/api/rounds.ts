/**
 * Reads again what changed: at once, and never twice at the same time; what is named meanwhile goes with the next round.
 * @param round reads what is named; it does not reject
 */
export function inRounds(round: (ids: readonly string[]) => Promise<void>): (ids: readonly string[]) => void {
  const waiting = new Set<string>();
  let running = false;
  const run = async () => {
    running = true;
    while (waiting.size > 0) {
      const ids = [...waiting];
      waiting.clear();
      await round(ids);
    }
    running = false;
  };
  return (ids) => {
    for (const id of ids) waiting.add(id);
    if (!running) void run();
  };
}
