import { searchAttributes } from '@stepway/contracts/names';
import { defineSearchAttributeKey } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Rest } from './rest.ts';

const nextDue = defineSearchAttributeKey(searchAttributes.nextDue, 'DATETIME');
const waitsFor = defineSearchAttributeKey(searchAttributes.waitsFor, 'KEYWORD');

/**
 * Shows an operator, in Temporal's own page, what this journey waits for: a code and a moment, no one's data.
 * Each change costs an event of history, so what did not change is left alone.
 */
export function showWaiting({ due }: Rest): void {
  const shown = workflowInfo().typedSearchAttributes;
  const cause = due?.cause ?? 'touch';
  if (shown.get(nextDue)?.getTime() === due?.at && shown.get(waitsFor) === cause) return;
  upsertSearchAttributes([
    { key: nextDue, value: due === undefined ? null : new Date(due.at) },
    { key: waitsFor, value: cause },
  ]);
}
