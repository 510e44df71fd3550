import { Input, SegmentedControl } from '@mantine/core';
import { questionsOf, type CommandBody } from '@stepway/contracts';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import type { Values } from '../form/values.ts';
import type { FieldProps } from '../inputs/field-props.ts';
import { instrumentCodes, labelOf } from '../words.ts';
import { isAskedNow, pointsWords, questionWords } from './questions.ts';
import style from './layouts.module.css';

type Code = CommandBody<'RecordInstrument'>['instrument'];
const isCode = (code: unknown): code is Code => instrumentCodes.some((one) => one === code);

/** The questions of the chosen questionnaire, each with the points that it knows; the score stands in what will happen. */
export function Answers({ name, path }: FieldProps) {
  const { command, form } = useActing();
  const { value, change, error } = useInput<Values>(path);
  const code = form.values['instrument'];
  if (!isCode(code)) return null;
  const questions = questionsOf(code).filter((question) => isAskedNow(question, value));
  const known = new Set(questions.map(({ id }) => id));
  const answered = questions.filter(({ id }) => value[id] !== undefined).length;
  const answer = (id: string, points: string) => {
    const next = { ...value, [id]: Number(points) };
    // What is not asked any more is not answered either.
    const stays = questionsOf(code).filter((question) => isAskedNow(question, next));
    change(Object.fromEntries(stays.flatMap((one) => (next[one.id] === undefined ? [] : [[one.id, next[one.id]]]))));
    form.clearFieldError(`${path}.${id}`);
  };
  return (
    <fieldset className={style.questions}>
      <legend>
        {labelOf(command, name)}{' '}
        <span className={`${style.hint} figure`}>{t('dialogs.score', { answered, questions: known.size })}</span>
      </legend>
      {questions.map(({ id, allowed, optional }) => {
        const words = questionWords(code, id);
        const fault = form.errors[`${path}.${id}`];
        return (
          <div key={id} className={style.question} data-fault={fault !== undefined || undefined}>
            <span aria-hidden>
              {words} {optional && <span className={style.hint}>{t('dialogs.optional')}</span>}
            </span>
            <SegmentedControl
              size="xs"
              aria-label={words}
              data={allowed.map((points) => ({
                value: String(points),
                label: pointsWords(code, id, points),
              }))}
              value={typeof value[id] === 'number' ? String(value[id]) : ''}
              onChange={(points) => answer(id, points)}
            />
            {fault !== undefined && <Input.Error className={style.questionError}>{fault}</Input.Error>}
          </div>
        );
      })}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </fieldset>
  );
}
