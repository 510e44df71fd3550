import type { z } from 'zod';
import { t } from '../../texts/texts.ts';

type Issue = z.core.$ZodIssue;

/** What does not fit the contract, in words, by the path of its input: the first fault of each. */
export function faultsIn(issues: readonly Issue[]): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const issue of issues) faults[issue.path.join('.')] ??= wordsOf(issue);
  return faults;
}

function wordsOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return wrongType(issue);
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return t('dialogs.fault.required');
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big')
    return t(issue.origin === 'string' ? 'dialogs.fault.tooLong' : 'dialogs.fault.atMost', {
      limit: String(issue.maximum),
    });
  if (issue.code === 'invalid_format') return wrongFormat(issue);
  if (issue.code === 'custom') return custom(issue.message);
  return t('dialogs.fault.form');
}

function wrongType({ expected, input }: Extract<Issue, { code: 'invalid_type' }>): string {
  if (input !== undefined && expected === 'int') return t('dialogs.fault.whole');
  return t('dialogs.fault.required');
}

function tooSmall({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'array') return t('dialogs.fault.oneAtLeast');
  if (origin === 'string')
    return Number(minimum) <= 1 ? t('dialogs.fault.required') : t('dialogs.fault.tooShort', { limit: String(minimum) });
  return t('dialogs.fault.atLeast', { limit: String(minimum) });
}

function wrongFormat({ format, message }: Extract<Issue, { code: 'invalid_format' }>): string {
  if (format === 'datetime') return t('dialogs.fault.date');
  if (message.startsWith('a lower-case code')) return t('dialogs.fault.code');
  if (message.startsWith('letters, digits')) return t('dialogs.fault.id');
  if (message.includes('LOINC')) return t('dialogs.fault.loinc');
  return t('dialogs.fault.form');
}

/** What the contracts say beyond types: the same thing twice, or two things of the same. */
function custom(message: string): string {
  if (/already|twice|has this id/.test(message)) return t('dialogs.fault.twice');
  return t(message.includes('differs') ? 'dialogs.fault.differs' : 'dialogs.fault.form');
}
