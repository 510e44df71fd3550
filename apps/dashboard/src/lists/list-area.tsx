import type { ReactNode } from 'react';
import style from './list-area.module.css';

interface ListAreaProps {
  /** The panel of the current row, where one is open (`SidePanel`). */
  readonly panel?: ReactNode;
  /** What floats over the foot of the list (`BulkBar`). */
  readonly bar?: ReactNode;
  /** The list, or what stands in its place (`ListState`). */
  readonly children: ReactNode;
}

/** A list with its panel beside it. It fills what the toolbar and the foot of the screen leave. */
export const ListArea = ({ panel, bar, children }: ListAreaProps) => (
  <div className={style.area}>
    <div className={style.list}>
      {children}
      {bar}
    </div>
    {panel}
  </div>
);
