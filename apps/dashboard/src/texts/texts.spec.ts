import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { speak, t } from './texts.ts';

/** Every text by its key. */
function textsOf(texts: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null ? textsOf(text, `${path}${key}.`) : [[path + key, String(text)] as const],
  );
}
const valuesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = '']) => name).toSorted();

describe('the texts of the dashboard', () => {
  const english = new Map(textsOf(en));
  const spanish = new Map(textsOf(es));

  it('put the same values into the same sentence in each language', () => {
    const differing = [...english].filter(
      ([key, text]) => valuesIn(text).join() !== valuesIn(spanish.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are said in every language, none left empty', () => {
    expect(english.size).toBeGreaterThan(5);
    expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect([...english, ...spanish].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('write figures as the language does', () => expect(t('board.people', { count: 10_000 })).toBe('10,000 people'));

  it('come in the language that was chosen', async () => {
    expect(t('screens.board')).toBe('Board');
    await speak('es');
    expect(t('screens.board')).toBe('Tablero');
    await speak('en');
  });
});
