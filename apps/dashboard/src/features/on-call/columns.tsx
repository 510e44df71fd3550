import type { ListColumn } from '../../lists/columns.ts';
import { Chip } from '../../marks/chip.tsx';
import { inOrAgo, leftOrOver, type TimeOf } from '../../marks/time.ts';
import { roleWords } from '../../frame/words.ts';
import { t } from '../../texts/texts.ts';
import { hasEnded, type Order } from './orders.ts';
import style from './on-call.module.css';

interface ColumnsContext {
  readonly now: number;
  readonly timeOf: TimeOf;
  readonly staffName: (staffId: string) => string;
}

export const columnsFor = ({ now, timeOf, staffName }: ColumnsContext): readonly ListColumn<Order>[] => [
  {
    id: 'role',
    head: t('onCall.role'),
    width: 'minmax(176px, 0.7fr)',
    names: true,
    cell: ({ role }) => <span className={style.role}>{roleWords(role)}</span>,
  },
  {
    id: 'who',
    head: t('onCall.who'),
    width: 'minmax(180px, 2fr)',
    cell: (order) => <Named order={order} now={now} staffName={staffName} />,
  },
  {
    id: 'until',
    head: t('onCall.until'),
    width: 'minmax(150px, 1fr)',
    cell: (order) => {
      const { siteId, staffIds, until } = order;
      if (staffIds.length === 0) return null;
      if (until === null) return <span className={style.quiet}>{t('onCall.untilChanged')}</span>;
      if (hasEnded(order, now)) {
        const words = t('onCall.ended');
        return <Chip chip={{ form: 'overdue', icon: 'clock-over', words, time: inOrAgo(until, now) }} />;
      }
      return (
        <span className="figure" title={leftOrOver(until, now)}>
          {timeOf(siteId).moment(until, now)}
        </span>
      );
    },
  },
];

interface NamedProps {
  readonly order: Order;
  readonly now: number;
  readonly staffName: (staffId: string) => string;
}

/** Those who are called, the first first; whose time is over is no longer called. */
function Named({ order, now, staffName }: NamedProps) {
  if (order.staffIds.length === 0) return <span className={style.nobody}>{t('onCall.nobody')}</span>;
  return (
    <ol className={style.named} data-ended={hasEnded(order, now) || undefined}>
      {order.staffIds.map((staffId, at) => (
        <li key={staffId}>
          <span className={`${style.place} figure`}>{at + 1}</span>
          {staffName(staffId)}
        </li>
      ))}
    </ol>
  );
}
