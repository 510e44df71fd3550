import type { Rejection } from './rejections.ts';
import { fromMs, toMs, type Instant } from './time.ts';

/** How far clocks may disagree: a fact may lie this much ahead (pathway §3). */
const toleranceMs = 5 * 60_000;

/** The first of these moments that has not come yet, as a rejection. Appointments and ends of holds are not facts. */
export function inTheFuture(facts: Readonly<Record<string, Instant | undefined>>, now: Instant): Rejection | undefined {
  const latest = fromMs(toMs(now) + toleranceMs);
  for (const [field, at] of Object.entries(facts)) {
    if (at !== undefined && at > latest) return { type: 'InTheFuture', field, at, now };
  }
  return undefined;
}
