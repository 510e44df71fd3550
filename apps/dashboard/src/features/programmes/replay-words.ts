import type { ReplayReport } from '@stepway/contracts';
import { dispositions, dispositionWords } from '../../marks/dispositions.ts';
import { inSentence, type LevelLook } from '../../marks/levels.ts';
import { ruleWords } from '../../marks/rules.ts';
import { taskWords, type TaskKind } from '../../marks/tasks.ts';
import { programmes } from '../../texts/en/programmes.ts';
import { tasks } from '../../texts/en/tasks.ts';
import { capital, small } from '../../texts/letters.ts';
import { t } from '../../texts/texts.ts';
import { listOf } from './says/say.ts';

type Group = ReplayReport['rules'][number];

export interface Told {
  readonly what: string;
  readonly was: string;
  readonly would: string;
  /** The rules that make the difference; empty where they do not. */
  readonly because: string;
}

const isTask = (kind: string): kind is TaskKind => Object.hasOwn(tasks.asked, kind);
const isCame = (word: string): word is keyof typeof programmes.replay.came =>
  Object.hasOwn(programmes.replay.came, word);

/** One difference that another version makes, as people read it: the report speaks in codes. */
export function toldDifference({ about, own, proposed, rules }: Group, looks: readonly LevelLook[]): Told {
  if (about === 'task')
    return {
      what: isTask(own) ? taskWords(own) : capital(own.replaceAll('-', ' ')),
      was: t('programmes.replay.asNow'),
      would: t(proposed.includes('more') ? 'programmes.replay.moreOften' : 'programmes.replay.lessOften'),
      because: '',
    };
  const came = (text: string) => (about === 'drug-test' ? resultWords(text) : moveWords(text, looks));
  const otherRules = rules.proposed.filter((rule) => !rules.own.includes(rule));
  const noLonger = rules.own.filter((rule) => !rules.proposed.includes(rule));
  return {
    what: t(`programmes.replay.about.${about}`),
    was: came(own),
    would: came(proposed),
    because: [
      ...(otherRules.length === 0 ? [] : [t('programmes.replay.nowRules', { rules: ruleList(otherRules) })]),
      ...(noLonger.length === 0 ? [] : [t('programmes.replay.ownRules', { rules: ruleList(noLonger) })]),
    ].join(' · '),
  };
}

const ruleList = (rules: readonly string[]): string => listOf(rules.map((rule) => small(ruleWords(rule))));

function resultWords(text: string): string {
  const known = dispositions.find((one) => one === text);
  return known === undefined ? moveWords(text, []) : dispositionWords(known);
}

/** "started, to residential", "to aftercare, proposed", "waits". */
function moveWords(text: string, looks: readonly LevelLook[]): string {
  const words = text.split(', ').map((part) => {
    const to = /^to (\S+)$/.exec(part)?.[1];
    if (to === undefined) return isCame(part) ? t(`programmes.replay.came.${part}`) : part;
    return t('programmes.replay.to', { level: inSentence(looks.find(({ id }) => id === to)?.title ?? to) });
  });
  return capital(words.join(', '));
}
