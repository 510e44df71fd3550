import { IconArrowRight, IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { DecisionView } from '@stepway/contracts';
import type { z } from 'zod';
import style from './rules.module.css';
import { ruleWords } from '../../marks/rules.ts';

export type Rule = z.output<typeof DecisionView>['rules'][number];

const holds = { true: 'met', false: 'not met', unknown: 'not known' } as const;
const holdIcons = { true: IconCheck, false: IconX, unknown: IconQuestionMark } as const;

/** Rules of a move, in order: check = met, cross = not met, ? = not known; with what each saw. */
export function MoveRules({ rules, saw }: { readonly rules: readonly Rule[]; readonly saw: (text: string) => string }) {
  return (
    <ul className={style.rules}>
      {rules.map((rule) => {
        const held = `${rule.held}` as const;
        const Icon = holdIcons[held];
        return (
          <li key={rule.rule} data-held={held}>
            <Icon size={15} stroke={1.9} role="img" aria-label={holds[held]} />
            <span>
              {ruleWords(rule.rule)}
              <small> · {saw(rule.saw)}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Rules of a drug test, in order: an arrow marks the one that decided. */
export function TestRules({ rules, saw }: { readonly rules: readonly Rule[]; readonly saw: (text: string) => string }) {
  const decided = rules.findLastIndex(({ held }) => held === true);
  return (
    <>
      <p className={style.note}>
        {rules.length === 1 ? 'The rule that decided.' : 'Tried in order; the first that holds decides.'}
      </p>
      <ol className={style.rules}>
        {rules.map((rule, at) => (
          <li key={rule.rule} data-decided={at === decided || undefined}>
            {at === decided ? (
              <IconArrowRight size={15} stroke={1.9} role="img" aria-label="decided" />
            ) : rule.held === 'unknown' ? (
              <IconQuestionMark size={15} stroke={1.9} role="img" aria-label="not known" />
            ) : (
              <IconMinus size={15} stroke={1.9} role="img" aria-label="did not hold" />
            )}
            <span>
              {ruleWords(rule.rule)}
              <small> · {saw(rule.saw)}</small>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
