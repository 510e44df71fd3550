import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { DecisionView } from '@stepway/contracts';
import { t } from '../texts/texts.ts';
import { ruleWords } from './rules.ts';
import { Saw } from './saw.tsx';
import style from './rules-tried.module.css';

const icons = { true: IconCheck, false: IconX, unknown: IconQuestionMark } as const;

/** The rules of a decision in their order, numbered, with what each saw: check = met, cross = not met, ? = not known. */
export const RulesTried = ({
  rules,
  saw: told,
}: {
  readonly rules: readonly DecisionView['rules'][number][];
  /** Tells what stands in the record: moments in the site's time. Default: as recorded. */
  readonly saw?: (text: string) => string;
}) => (
  <ol className={style.rules}>
    {rules.map(({ rule, held, saw }) => {
      const answer = `${held}` as const;
      const Icon = icons[answer];
      return (
        <li key={rule} data-held={answer}>
          <Icon size={15} stroke={1.9} role="img" aria-label={t(`moves.held.${answer}`)} />
          <span>
            {ruleWords(rule)}
            <Saw words={saw} saw={told} />
          </span>
        </li>
      );
    })}
  </ol>
);
