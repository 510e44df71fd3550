import type { InboxQuestion } from '@stepway/contracts';
import type { CommandName } from '../../api/commands.ts';
import { actName, said } from '../../dialogs/words.ts';
import { en } from '../../texts/en/index.ts';
import { t } from '../../texts/texts.ts';
import type { Item } from './requests.ts';

type Fact = Item['outcome'][number];

const isAsked = (reason: string): reason is keyof typeof en.messages.asks => Object.hasOwn(en.messages.asks, reason);
const isAct = (command: string): command is CommandName => Object.hasOwn(en.acts, command);
const isRejection = (name: string): name is keyof typeof en.rejections => Object.hasOwn(en.rejections, name);

/** What a reader could not decide, and about what: "The report says two different things about this. (cocaine)". */
export function questionWords({ reason, drugClass, loinc, resource }: InboxQuestion): string {
  const words = isAsked(reason) ? t(`messages.asks.${reason}`) : t('messages.asksElse');
  const about = [
    drugClass === undefined ? [] : t(`tests.drugClasses.${drugClass}`),
    loinc === undefined ? [] : t('messages.loinc', { code: loinc }),
    resource === undefined ? [] : t('messages.part', { part: resource + 1 }),
  ].flat();
  return about.length === 0 ? words : `${words} (${about.join(', ')})`;
}

/** Why it waits, in a line: what is unclear says itself what is. */
export function whyWords({ reason, questions }: Pick<Item, 'reason' | 'questions'>): string {
  const [first, ...others] = questions;
  if (reason !== 'unclear' || first === undefined) return t(`messages.reasons.${reason}`);
  const words = questionWords(first);
  return others.length === 0 ? words : `${words} ${t('messages.more', { count: others.length })}`;
}

/** What became of one fact: "Record a drug-test result: recorded". */
export function factWords({ command, outcome, rejection }: Fact): string {
  const act = isAct(command) ? actName(command) : command;
  const became = t('messages.became', { act, outcome: t(`messages.outcomes.${outcome}`) });
  if (rejection === undefined || !isRejection(rejection)) return became;
  // Some say figures of the moment when it was tried: those are not known any more.
  const { says } = en.rejections[rejection];
  return says.includes('{{') ? became : `${became}. ${said(`rejections.${rejection}.says`)}`;
}

/** How many facts of it stand already. */
export const standing = ({ outcome }: Pick<Item, 'outcome'>): number =>
  outcome.filter((fact) => fact.outcome !== 'rejected').length;
