import { IconArrowRight, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import type { DecisionView } from '@stepway/contracts';
import type { z } from 'zod';
import { t } from '../../texts/texts.ts';
import style from './rules.module.css';
import { ruleWords } from '../../marks/rules.ts';
import { Saw } from '../../marks/saw.tsx';

export type Rule = z.output<typeof DecisionView>['rules'][number];

/** Rules of a drug test, in order: an arrow marks the one that decided. */
export function TestRules({ rules, saw }: { readonly rules: readonly Rule[]; readonly saw: (text: string) => string }) {
  const decided = rules.findLastIndex(({ held }) => held === true);
  return (
    <>
      <p className={style.note}>{rules.length === 1 ? t('journey.rules.theOne') : t('journey.rules.inOrder')}</p>
      <ol className={style.rules}>
        {rules.map((rule, at) => (
          <li key={rule.rule} data-decided={at === decided || undefined}>
            {at === decided ? (
              <IconArrowRight size={15} stroke={1.9} role="img" aria-label={t('journey.rules.decided')} />
            ) : rule.held === 'unknown' ? (
              <IconQuestionMark size={15} stroke={1.9} role="img" aria-label={t('journey.rules.notKnown')} />
            ) : (
              <IconMinus size={15} stroke={1.9} role="img" aria-label={t('journey.rules.didNotHold')} />
            )}
            <span>
              {ruleWords(rule.rule)}
              <Saw words={rule.saw} saw={saw} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
