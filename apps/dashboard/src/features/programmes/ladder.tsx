import { useElementSize } from '@mantine/hooks';
import type { Programme } from './programme.ts';
import { useMemo } from 'react';
import { LevelMark } from '../../marks/level-mark.tsx';
import { inSentence, type LevelLook } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import { box, ladderShape, movesOf, nameLines } from './ladder-shape.ts';
import { listOf } from './says/say.ts';
import style from './ladder.module.css';

/** The levels as marks joined by arrows: strong to more support, thin to less. */
export function Ladder({ programme, looks }: { readonly programme: Programme; readonly looks: readonly LevelLook[] }) {
  const { ref, width } = useElementSize();
  const shape = useMemo(() => ladderShape(looks, movesOf(programme), width), [looks, programme, width]);
  const title = (id: string) => inSentence(looks.find((look) => look.id === id)?.title ?? id);
  const sentence = t('programmes.ladder.sentence', {
    levels: listOf(shape.nodes.map(({ look }) => inSentence(look.title))),
    moves: listOf(
      shape.moves.map(({ kind, from, to }) =>
        t(kind === 'up' ? 'programmes.ladder.moveUp' : 'programmes.ladder.moveDown', {
          from: title(from),
          to: title(to),
        }),
      ),
    ),
  });
  return (
    <figure className={style.ladder}>
      <div ref={ref} className={style.scroll} tabIndex={0} role="region" aria-label={t('programmes.ladder.title')}>
        <svg role="img" aria-label={sentence} width={shape.width} height={shape.height}>
          <defs>
            {(['up', 'down'] as const).map((kind) => (
              <marker
                key={kind}
                id={`to-${kind}`}
                viewBox="0 0 8 8"
                refX="5"
                refY="4"
                markerWidth={kind === 'up' ? 4.5 : 7}
                markerHeight={kind === 'up' ? 4.5 : 7}
                orient="auto"
              >
                <path className={style.head} data-kind={kind} d="M 0 0 L 8 4 L 0 8 z" />
              </marker>
            ))}
          </defs>
          {shape.moves.map(({ kind, from, to, who, path, labelX, labelY }) => (
            <g key={`${kind} ${from} ${to}`}>
              <path className={style.move} data-kind={kind} d={path} markerEnd={`url(#to-${kind})`} />
              {who !== undefined && (
                <text className={style.who} x={labelX} y={labelY}>
                  {t(`programmes.ladder.${who}`)}
                </text>
              )}
            </g>
          ))}
          {shape.nodes.map(({ look, x }) => (
            <g key={look.id} transform={`translate(${x} ${shape.top})`}>
              <rect
                className={style.box}
                data-beside={look.beside || undefined}
                width={box.width}
                height={box.height}
                rx="7"
              />
              <g transform="translate(12 12)">
                <LevelMark level={look} size={16} />
              </g>
              <Name look={look} />
            </g>
          ))}
        </svg>
      </div>
      <figcaption className={style.legend}>
        <span>
          <i data-kind="up" /> {t('programmes.ladder.up')}
        </span>
        <span>
          <i data-kind="down" /> {t('programmes.ladder.down')}
        </span>
        {looks.some(({ beside }) => beside) && (
          <span>
            <i data-kind="beside" /> {t('programmes.ladder.beside')}
          </span>
        )}
        <span className={style.order}>
          {t('programmes.ladder.less')} → {t('programmes.ladder.most')}
        </span>
      </figcaption>
    </figure>
  );
}

/** A long name takes two lines; none is cut. */
function Name({ look: { title: name, asam } }: { readonly look: LevelLook }) {
  const lines = nameLines(name);
  const first = lines.length === 1 ? 25 : 18;
  return (
    <>
      <text className={style.name} x="36" y={first}>
        {lines.map((line, at) => (
          <tspan key={line} x="36" dy={at === 0 ? 0 : 15}>
            {line}
          </tspan>
        ))}
      </text>
      <text className={style.asam} x="36" y={first + 15 * lines.length + (lines.length === 1 ? 3 : 0)}>
        {asam}
      </text>
    </>
  );
}
