import i18next from 'i18next';
import type { CommandName } from '../api/commands.ts';
import { en } from '../texts/en/index.ts';
import { t } from '../texts/texts.ts';

/** A text whose key is put together from the contract; the specs see that each is there. */
export const said = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
  t(key as 'dialogs.yes', values);
const isSaid = (key: string): boolean => i18next.exists(key, { lng: 'en' });

export const actName = (command: CommandName): string => said(`acts.${command}.name`);
/** Other words by which an act is looked for. */
export function alsoNamed(command: CommandName): string {
  const key = `dialogs.acts.also.${command}`;
  return isSaid(key) ? said(key) : '';
}

export const actDone = (command: CommandName, level: string): string => said(`acts.${command}.done`, { level });

/** The label of a field: the command's own word, else the common one. */
export function labelOf(command: CommandName, field: string): string {
  const own = `fields.${command}.${field}`;
  return said(isSaid(own) ? own : `fields.common.${field}`);
}

export function helpOf(field: string): string | undefined {
  const key = `fields.help.common.${field}`;
  return isSaid(key) ? said(key) : undefined;
}

const vocabularies = new Map(
  Object.entries(en.options).map(([name, words]) => [Object.keys(words).toSorted().join(), name] as const),
);

/** The vocabulary that has exactly these codes. Exported for the spec: every choice of every command has words. */
export const vocabularyOf = (codes: readonly (string | number)[]): string | undefined =>
  vocabularies.get(codes.map(String).toSorted().join());

/** The codes of a choice with their words, in the order of the contract. */
export function optionsOf(codes: readonly (string | number)[]): { readonly value: string; readonly label: string }[] {
  const vocabulary = vocabularyOf(codes);
  return codes.map((code) => ({
    value: String(code),
    label: vocabulary === undefined ? String(code) : said(`options.${vocabulary}.${code}`),
  }));
}

/** The vocabularies that a layout of its own shows. */
export const { goalDomains, instrumentCodes } = {
  goalDomains: Object.keys(en.options.goalDomain),
  instrumentCodes: Object.keys(en.options.instrument),
};
