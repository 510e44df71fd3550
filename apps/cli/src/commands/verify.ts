import { createMessaging } from '@stepway/messaging';
import { withProgress } from '../progress.ts';
import type { Stack } from '../stack.ts';
import { nothingOwed } from '../verify/at-rest.ts';
import { checkpointsBehindEffects } from '../verify/checkpoints.ts';
import type { Finding } from '../verify/finding.ts';
import { acknowledgedOnce } from '../verify/ledger.ts';
import { nothingBehind, versionsAndChains } from '../verify/log-order.ts';
import { readModelsEqualFold } from '../verify/read-models.ts';
import { settle } from '../verify/settle.ts';
import { trailUnbroken } from '../verify/trail.ts';
import { streamEqualsLog } from '../verify/stream.ts';
import { oneWorkflowEach } from '../verify/workflows.ts';

export interface VerifyOptions {
  /** What a sender of commands wrote down itself (I1 is checked only with it). */
  readonly ledger?: string;
  /** How long to wait for the stack to come to rest first. */
  readonly settleMs: number;
}

/** Checks the invariants of the running stack, one after the other; reads everything, writes down only that it looked at the trail. */
export async function verify(stack: Stack, { ledger, settleMs }: VerifyOptions): Promise<readonly Finding[]> {
  const { kafka } = stack.configuration;
  const messaging = createMessaging({ kafka, program: 'verify', notices: stack.logger });
  try {
    await stack.programmes.learn();
    const upTo = await withProgress('The stack comes to rest', () => settle(stack, messaging, settleMs));
    const checks: readonly [string, () => Promise<Finding>][] = [
      ['I2 versions and hash chains', () => versionsAndChains(stack)],
      ['I3 positions', () => nothingBehind(stack)],
      ['I4 the topic against the log', () => streamEqualsLog(stack, messaging, upTo)],
      ['I5 the read models against the log', () => readModelsEqualFold(stack, settleMs)],
      ['I6 checkpoints', () => checkpointsBehindEffects(stack, messaging)],
      ['I10 workflows', () => oneWorkflowEach(stack, settleMs)],
      ['I13 the audit trail', () => trailUnbroken(stack)],
      ['I21 what is owed', () => nothingOwed(stack)],
    ];
    const findings: Finding[] = [];
    if (ledger !== undefined)
      findings.push(await withProgress('I1 the ledger against the log', () => acknowledgedOnce(stack, ledger)));
    for (const [title, check] of checks) findings.push(await withProgress(title, check));
    return findings;
  } finally {
    await messaging.close();
  }
}

/** The findings as a report for people. */
export function verifyReport(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ invariant, title, checked, breaches, note }) => [
    `${breaches.length === 0 ? 'holds ' : 'BROKEN'}  ${invariant.padEnd(4)} ${title} (${checked} checked)${note === undefined ? '' : `; ${note}`}`,
    ...breaches.map((breach) => `          ${breach}`),
  ]);
  const broken = findings.filter(({ breaches }) => breaches.length > 0).length;
  return [
    ...lines,
    broken === 0 ? 'All invariants hold.' : `${broken} of ${findings.length} invariants are broken.`,
  ].join('\n');
}
