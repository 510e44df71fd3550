import { useRef, useState } from 'react';
import type { CapacityRow, CensusRow, SessionView } from '@stepway/contracts';
import type { Rows } from '../../api/episodes.ts';
import { useIsLost } from '../../api/use-live.ts';
import { useKeys } from '../../frame/keys.ts';
import type { ChipContext } from '../../marks/attention.ts';
import type { LevelLook } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import { referred, type Column } from './arrange.ts';
import { ColumnList } from './column-list.tsx';
import style from './columns.module.css';
import { LevelHead, type Count } from './level-head.tsx';

interface ColumnsProps {
  /** Levels under each other, the people of each beside it. */
  readonly asRows?: boolean;
  /** What may be sent: none while the past is looked at. */
  readonly may: readonly SessionView['may']['send'][number][];
  readonly columns: readonly Column[];
  readonly levels: readonly LevelLook[];
  readonly census: readonly CensusRow[];
  /** Of the sites and the programme that are shown; undefined where it may not be asked, or not yet. */
  readonly capacity: readonly CapacityRow[] | undefined;
  readonly rows: Rows;
  readonly context: ChipContext;
}

/** One column for each level, the most support first; before them people not yet admitted, if there are any. */
export function Columns({ asRows = false, may, columns, levels, census, capacity, rows, context }: ColumnsProps) {
  const stale = useIsLost();
  const board = useRef<HTMLDivElement>(null);
  const [tabStops, setTabStops] = useState<Readonly<Record<string, number>>>({});
  const columnOf = (id: string): Column =>
    columns.find((column) => column.id === id) ?? { id, needsAction: [], onCourse: [] };
  const shown = [...(columns.some(({ id }) => id === referred) ? [referred] : []), ...levels.map(({ id }) => id)];

  const focus = (id: string, at: number) => {
    const link = board.current?.querySelector<HTMLElement>(`[data-place="${id} ${at}"]`);
    if (link === null || link === undefined) return false;
    setTabStops((stops) => ({ ...stops, [id]: at }));
    link.focus();
    link.scrollIntoView({ block: 'nearest' });
    return true;
  };
  /** Moves from the row in focus; without one the first row of the first column is next. */
  const step = (down: number, aside: number) => (event: KeyboardEvent) => {
    const place = document.activeElement?.getAttribute('data-place')?.split(' ');
    // An arrow outside of the board belongs to what is in focus there.
    if (place === undefined && event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const [id, at] = place === undefined ? [undefined, -1] : [place[0], Number(place[1])];
    const index = id === undefined ? -1 : shown.indexOf(id);
    if (id !== undefined && aside === 0) {
      focus(id, at + down);
      return;
    }
    const direction = aside === 0 ? 1 : aside;
    for (let next = index + direction; next >= 0 && next < shown.length; next += direction) {
      const target = shown[next];
      if (target !== undefined && focus(target, tabStops[target] ?? 0)) return;
    }
  };
  useKeys('board', {
    j: step(1, 0),
    k: step(-1, 0),
    ArrowDown: step(1, 0),
    ArrowUp: step(-1, 0),
    ArrowRight: step(0, 1),
    ArrowLeft: step(0, -1),
  });

  return (
    <div
      ref={board}
      className={style.columns}
      data-rows={asRows || undefined}
      data-few={shown.length <= 5 || undefined}
      data-referred={shown[0] === referred || undefined}
    >
      {shown.map((id) => {
        const level = levels.find((each) => each.id === id);
        const column = columnOf(id);
        const title = level?.title ?? t('levels.referred');
        const people = column.needsAction.length + column.onCourse.length;
        return (
          <section key={id} className={style.column} aria-label={title}>
            {level === undefined ? (
              <header className={style.referred}>
                <h2>{t('levels.referred')}</h2>
                <span title={t('board.toAdmit')}>{t('board.toAdmit')}</span>
                <b className="figure">{people}</b>
              </header>
            ) : (
              <LevelHead
                level={level}
                count={{ ...countOf(census, id), places: placesOf(capacity, id) }}
                stale={stale}
              />
            )}
            <ColumnList
              column={column}
              rows={rows}
              context={context}
              may={may}
              name={t('board.peopleIn', { level: title })}
              tabStop={Math.min(tabStops[id] ?? 0, people - 1)}
            />
          </section>
        );
      })}
    </div>
  );
}

/** All places of a level; null where one of its sites sees as many as come. */
function placesOf(capacity: readonly CapacityRow[] | undefined, level: string): number | null | undefined {
  const own = capacity?.filter((row) => row.level === level);
  if (own === undefined || own.length === 0) return undefined;
  return own.reduce<number | null>((sum, { places }) => (sum === null || places === null ? null : sum + places), 0);
}

const countOf = (census: readonly CensusRow[], level: string): Count =>
  census
    .filter((row) => row.level === level)
    .reduce(
      (sum, { active, inHandOff, onLeave, waiting }) => ({
        active: sum.active + active,
        inHandOff: sum.inHandOff + inHandOff,
        onLeave: sum.onLeave + onLeave,
        waiting: sum.waiting + waiting,
      }),
      { active: 0, inHandOff: 0, onLeave: 0, waiting: 0 },
    );
