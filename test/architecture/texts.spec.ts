import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Attributes and properties that people read or hear, whatever component has them. */
const read =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|label|description|alt|words|what|header|heading|detail|note|name|text|term|message)$/;
/** Two words beside each other are a sentence or the beginning of one; a code has hyphens and a key dots. */
const sentence = /\p{L}{2,}[,;:]? \p{L}{2,}/u;
/** One word is a text where people read it, if it is written as one. */
const word = /^\p{Lu}\p{Ll}+[…:?!.]?$/u;
const letters = /\p{L}{2,}/u;
/** The name of the product is the same in every language; `ddd D MMM YYYY` is how a date is written in each of them. */
const named = (text: string): boolean => text.trim() === 'Stepway' || /^[DMYHmsd ,:]+$/.test(text);
/** Names of keys stand on the keys, code is code. */
const drawnAsCode = /^(Kbd|Code|kbd|code|style|pattern)$/;

/** What stands in a component or a function instead of in the texts. */
function textsOutside(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const root = ts.createSourceFile(
    file,
    source,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const look = (node: ts.Node): void => {
    if (isNotRead(node)) return;
    const text = textOf(node);
    if (text !== undefined && !named(text) && isText(node, text)) found.push(text.trim());
    ts.forEachChild(node, look);
  };
  look(root);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : undefined;
}

const isText = (node: ts.Node, text: string): boolean =>
  ts.isJsxText(node)
    ? letters.test(text)
    : sentence.test(text) || (isRead(node) && letters.test(text) && (word.test(text) || /^\S*\s/.test(text)));

/** Neither modules, types, classes of style, nor what is thrown: an error's message is for those who run it. */
function isNotRead(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isThrowStatement(node)) return true;
  if (ts.isNewExpression(node)) return node.expression.getText().endsWith('Error');
  if (ts.isJsxAttribute(node))
    return /^(className|style|aria-keyshortcuts|d|transform|patternTransform|key|to|viewBox)$/.test(
      node.name.getText(),
    );
  if (ts.isJsxElement(node)) return drawnAsCode.test(node.openingElement.tagName.getText());
  // What is typed at a terminal is the same in every language.
  if (ts.isPropertyAssignment(node)) return /^(fontFamily|extraCssText|command)$/.test(node.name.getText());
  // What is looked for, and `t('board.people')`, which says where the text stands.
  return (
    ts.isCallExpression(node) &&
    (/[.](closest|querySelector(All)?|startsWith|includes)$/.test(node.expression.getText()) ||
      (node.expression.getText() === 't' && node.arguments.length === 1))
  );
}

/** Whether it is the value of what people read, also as one of two choices. */
function isRead(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isBinaryExpression(at) && /^[!=]==$/.test(at.operatorToken.getText())) return false;
    if (ts.isJsxAttribute(at) || ts.isPropertyAssignment(at))
      return read.test(at.name.getText().replaceAll(/['"]/g, ''));
    if (!(
      ts.isConditionalExpression(at) ||
      ts.isJsxExpression(at) ||
      ts.isParenthesizedExpression(at) ||
      ts.isTemplateExpression(at) ||
      ts.isTemplateSpan(at) ||
      ts.isBinaryExpression(at)
    ))
      return false;
  }
  return false;
}

const files = globSync(['apps/dashboard/src/**/*.{ts,tsx}'], {
  exclude: (name) => /^(texts|specs)$|[.]spec[.]tsx?$/.test(name.split('/').at(-1) ?? ''),
});

describe('the texts of the dashboard', () => {
  it('stand among the texts, none in a component or a function', () => {
    expect(files.length).toBeGreaterThan(50);
    const outside = files.flatMap((file) =>
      textsOutside(file, readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
    );
    expect(outside).toEqual([]);
  });

  it('are found where one is planted', () => {
    const planted = `
      // a comment is not read
      import { a } from 'a module of that name';
      const view = (
        <p className="two words" title="Newest" aria-label={late ? 'Overdue' : t('board.people')}>
          Nobody here
          <b>{t('board.people', { level: \`level \${id} is full\` })}</b>
          <Kbd>Esc</Kbd> Stepway
        </p>
      );
      const row = at.closest('a, button') ?? (kind === 'Override' ? undefined : row);
      const tab = { id: 'not-yet-seen', words: 'Overview', to: '/board' };
      const said = \`Paused to \${until}\`;
      throw new Error('what is thrown is not read');
    `;
    expect(textsOutside('planted.tsx', planted)).toEqual([
      'Newest',
      'Overdue',
      'Nobody here',
      'is full',
      'Overview',
      'Paused to',
    ]);
  });
});
