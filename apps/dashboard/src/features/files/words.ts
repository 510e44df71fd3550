import type { FileResult, LineResult } from '@stepway/contracts';
import { actName, said } from '../../dialogs/words.ts';
import { en } from '../../texts/en/index.ts';
import { t } from '../../texts/texts.ts';

export const outcomeWords = ({ outcome }: LineResult, dry: boolean): string =>
  dry && (outcome === 'recorded' || outcome === 'known')
    ? t(`files.dryOutcomes.${outcome}`)
    : t(`files.outcomes.${outcome}`);

const isSaid = (name: string): name is keyof typeof en.rejections => Object.hasOwn(en.rejections, name);
const isExplained = (outcome: string): outcome is keyof typeof en.files.whys => Object.hasOwn(en.files.whys, outcome);

/** What there is to know of a line: what is new by it, or what is wrong with it, column by column. */
export function moreWords({ outcome, done, faults, rejection }: LineResult): readonly string[] {
  const wrong = faults.map(({ column, fault }) => {
    const words = t(`files.faults.${fault}`);
    return column === '' ? words : t('files.inColumn', { column, fault: words });
  });
  const why = isExplained(outcome) ? [t(`files.whys.${outcome}`)] : [];
  // Some say figures of the moment: those are not known here.
  const refused =
    rejection !== undefined && isSaid(rejection) && !en.rejections[rejection].says.includes('{{')
      ? [said(`rejections.${rejection}.says`)]
      : [];
  const news = done.map((act) => (act === 'AddPerson' ? t('files.added') : actName(act)));
  return [...news, ...wrong, ...why, ...refused];
}

/** Who has to be looked at first, then in the order of the file. */
export function inOrderOfNeed({ lines }: FileResult): readonly LineResult[] {
  const rank = { recorded: 1, known: 2 } as const;
  const rankOf = ({ outcome }: LineResult): number => (outcome in rank ? rank[outcome as keyof typeof rank] : 0);
  return lines.toSorted((a, b) => rankOf(a) - rankOf(b) || a.line - b.line);
}
