/** How long: `45 min`, `3 h`, `2 h 30 min`. */
export function length(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)}\u00a0h`;
  return rest === 0 ? hours : `${hours}\u00a0${rest}\u00a0min`;
}
