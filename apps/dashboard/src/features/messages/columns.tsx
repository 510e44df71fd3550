import type { ListColumn } from '../../lists/columns.ts';
import { inOrAgo, type SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import style from './messages.module.css';
import type { Item } from './requests.ts';
import { standing, whyWords } from './words.ts';

interface ColumnsContext {
  readonly now: number;
  readonly time: SiteTime;
}

export const columnsFor = ({ now, time }: ColumnsContext): readonly ListColumn<Item>[] => [
  {
    id: 'sender',
    head: t('messages.sender'),
    width: 'minmax(130px, 1fr)',
    names: true,
    cell: ({ sender }) => <span className={style.name}>{sender}</span>,
  },
  {
    id: 'why',
    head: t('messages.why'),
    width: 'minmax(170px, 2.6fr)',
    cell: (item) => {
      const words = whyWords(item);
      return (
        <span className={style.line} title={words}>
          {words}
        </span>
      );
    },
  },
  {
    id: 'recorded',
    head: t('messages.recorded'),
    width: '118px',
    from: 780,
    cell: (item) => {
      const count = standing(item);
      return count === 0 ? (
        <span className={style.quiet}>{t('messages.nothingYet')}</span>
      ) : (
        t('messages.facts', { count })
      );
    },
  },
  {
    id: 'channel',
    head: t('messages.channel'),
    width: '84px',
    from: 680,
    cell: ({ channel }) => <span className={style.quiet}>{t(`messages.channels.${channel}`)}</span>,
  },
  {
    id: 'since',
    head: t('messages.since'),
    width: 'minmax(150px, 0.8fr)',
    from: 520,
    cell: ({ receivedAt }) => (
      <span className="figure" title={inOrAgo(receivedAt, now)}>
        {time.moment(receivedAt, now)}
      </span>
    ),
  },
];
