import type { Problem } from '@stepway/contracts';
import { NoAnswerError, ProblemError } from '../api/request.ts';
import { duration } from '../marks/time.ts';
import { en } from '../texts/en/index.ts';
import { problemWords } from '../texts/problem-words.ts';
import { t } from '../texts/texts.ts';
import { said } from './words.ts';

/** What went wrong with a wish: what is so, in bold, and the way out. */
export interface Trouble {
  readonly says: string;
  readonly way: string | undefined;
  /** The path of the input it is about; undefined = the wish as a whole. */
  readonly path: string | undefined;
  /** Nothing was written, as far as the server said. */
  readonly written: 'nothing' | 'not-known' | 'before';
}

interface Context {
  readonly now: number;
  readonly moment: (at: string) => string;
  readonly level: (id: string) => string;
}

type Rejection = Readonly<Record<string, unknown>>;

/** Any answer to a sent command that is not its acceptance, in words. */
export function troubleOf(error: unknown, context: Context): readonly Trouble[] {
  if (error instanceof NoAnswerError) return [whole(t('dialogs.noAnswer'), 'not-known')];
  if (!(error instanceof ProblemError)) return [whole(t('dialogs.noAnswer'), 'not-known')];
  const { problem } = error;
  const type = problem.type.split('/').at(-1) ?? '';
  if (isRejection(type)) return [rejected(type, problem, context)];
  if (problem.status === 422) return [whole(t('dialogs.recordedBefore'), 'before')];
  if (problem.status === 429) return [whole(t('dialogs.tooMany'), 'nothing')];
  if (problem.status === 503) return [whole(t('dialogs.notNow'), 'nothing')];
  if (problem.status === 403) return [whole(t('dialogs.mayNot'), 'nothing')];
  if (problem.status === 400 && problem.errors !== undefined && problem.errors.length > 0)
    return problem.errors.map(({ pointer, message }) => ({
      says: message,
      way: undefined,
      path: pathOf(pointer),
      written: 'nothing',
    }));
  const trace = problem.instance === undefined ? undefined : t('dialogs.trace', { trace: problem.instance });
  return [{ ...whole(t('dialogs.notUnderstood', { title: problemWords(problem) }), 'nothing'), way: trace }];
}

const isRejection = (type: string): type is keyof typeof en.rejections => Object.hasOwn(en.rejections, type);

const whole = (says: string, written: Trouble['written']): Trouble => ({
  says,
  way: undefined,
  path: undefined,
  written,
});

function rejected(type: keyof typeof en.rejections, problem: Problem, context: Context): Trouble {
  const rejection = typeof problem['rejection'] === 'object' ? (problem['rejection'] as Rejection) : {};
  const values = Object.fromEntries(
    Object.entries(rejection).map(([name, value]) => [name, wordsOf(name, value, context)] as const),
  );
  const at = rejection['at'];
  const ahead = typeof at === 'string' ? duration(Date.parse(at) - context.now) : '';
  const way = 'way' in en.rejections[type] ? said(`rejections.${type}.way`, { ...values, ahead }) : undefined;
  return {
    says: said(`rejections.${type}.says`, { ...values, ahead }),
    // A way that names what the answer did not give is no way.
    way: way?.includes('{{') ? undefined : way,
    path: problem.errors?.map(({ pointer }) => pathOf(pointer))[0],
    written: 'nothing',
  };
}

/** `/results/0/outcome` → `results.0.outcome`. */
const pathOf = (pointer: string): string | undefined =>
  pointer.startsWith('/') ? pointer.slice(1).replaceAll('/', '.') : undefined;

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function wordsOf(name: string, value: unknown, context: Context): string {
  if (Array.isArray(value)) return value.map((item: unknown) => wordsOf(name, item, context)).join(', ');
  const text = String(value);
  if (instant.test(text)) return context.moment(text);
  if (name === 'level' || name === 'levels') return context.level(text);
  const words = en.options;
  if (Object.hasOwn(words.role, text)) return said(`options.role.${text}`);
  if (Object.hasOwn(words.signer, text)) return said(`options.signer.${text}`);
  if (Object.hasOwn(words.instrument, text)) return said(`options.instrument.${text}`);
  if (name === 'commands' && Object.hasOwn(en.acts, text)) return said(`acts.${text}.name`);
  if (name === 'missing' && Object.hasOwn(en.fields.common, text)) return said(`fields.common.${text}`);
  return text;
}
