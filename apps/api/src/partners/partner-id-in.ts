import { PartnerId } from '@stepway/contracts';
import { notFound } from '../http/problem.ts';

/** @throws ProblemError 404 */
export function partnerIdIn(text: string): string {
  const id = PartnerId.safeParse(text);
  if (!id.success) throw notFound();
  return id.data;
}
