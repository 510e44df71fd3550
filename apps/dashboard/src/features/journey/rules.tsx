import { IconArrowRight, IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { DecisionView } from '@stepway/contracts';
import type { z } from 'zod';
import { ofTheRecord, t } from '../../texts/texts.ts';
import style from './rules.module.css';
import { seenInWords } from './sentences/seen.ts';
import { ruleWords } from '../../marks/rules.ts';

export type Rule = z.output<typeof DecisionView>['rules'][number];

const holds = { true: 'met', false: 'notMet', unknown: 'notKnown' } as const;
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
            <Icon size={15} stroke={1.9} role="img" aria-label={t(`journey.rules.${holds[held]}`)} />
            <span>
              {ruleWords(rule.rule)}
              <Saw words={rule.saw} saw={saw} />
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

/** What a rule saw: in the page's language where there are words for it, else as the record has it. */
function Saw({ words, saw }: { readonly words: string; readonly saw: (text: string) => string }) {
  const said = seenInWords(words);
  return (
    <small>
      {' · '}
      <span lang={said === undefined ? ofTheRecord() : undefined}>{said ?? saw(words)}</span>
    </small>
  );
}
