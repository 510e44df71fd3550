import { fileColumns, type FileKind, type FileResult } from '@stepway/contracts';
import { t } from '../../texts/texts.ts';
import { moreWords, outcomeWords } from './words.ts';

/** The results for a spreadsheet: nothing of a person is in them, and nothing that it would calculate. */
export async function downloadResults(result: FileResult): Promise<void> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const rows = result.lines.map((line) => [
    String(line.line),
    outcomeWords(line, result.dry),
    moreWords(line).join('; '),
    line.episodeId ?? '',
  ]);
  const names = [t('files.line'), t('files.outcome'), t('files.more'), 'episode'];
  save(`${result.kind}-results.csv`, stringify([names, ...rows], { escape_formulas: true, bom: true }));
}

/** A first line with the names of the columns. */
export const downloadEmpty = (kind: FileKind): void =>
  save(`${kind}.csv`, `\ufeff${fileColumns[kind].map(({ name }) => name).join(',')}\r\n`);

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
