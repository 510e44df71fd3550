/** By how much an appointment lies after the deadline of its hand-off; undefined where it is in time, or not yet said. */
export function afterDeadline(handOffDueAt: string | undefined, appointmentAt: string): number | undefined {
  const late = Date.parse(appointmentAt) - Date.parse(handOffDueAt ?? '');
  return late > 0 ? late : undefined;
}
