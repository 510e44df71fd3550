import type { CapacityRow } from '@stepway/contracts';
import type { ListColumn } from '../../lists/columns.ts';
import { RowAct } from '../../lists/row-act.tsx';
import { Chip } from '../../marks/chip.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import { dayMs, leftOrOver, shortDuration, type TimeOf } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { clocksOf, dialogOf, nextAct, standingOffer, type Act, type Waiting } from './arrange.ts';
import style from './waiting-list.module.css';

export interface WaitingContext {
  readonly now: number;
  readonly timeOf: TimeOf;
  readonly levels: LevelBook;
  readonly may: (act: Act) => boolean;
}

export const waitingColumns = ({ now, timeOf, levels, may }: WaitingContext): readonly ListColumn<Waiting>[] => [
  {
    id: 'place',
    head: t('waitingList.place'),
    headUnseen: true,
    width: '26px',
    align: 'end',
    cell: ({ place }) => <span className={`${style.quiet} figure`}>{place}</span>,
  },
  {
    id: 'person',
    head: t('waitingList.person'),
    width: 'minmax(120px, 1fr)',
    names: true,
    cell: (row) => <span className={style.person}>{nameOf(row)}</span>,
  },
  {
    id: 'level',
    head: t('waitingList.for'),
    width: 'minmax(110px, 0.9fr)',
    cell: ({ programme, level }) => <LevelName level={levels.level({ id: programme, version: 0 }, level)} />,
  },
  {
    id: 'why',
    head: t('waitingList.why'),
    width: 'minmax(130px, 1.1fr)',
    cell: (row) => whyWords(row),
  },
  {
    id: 'since',
    head: t('waitingList.since'),
    width: '90px',
    from: 900,
    cell: ({ siteId, since }) => (
      <span className="figure" title={timeOf(siteId).moment(since, now)}>
        {shortDuration(now - Date.parse(since))}
      </span>
    ),
  },
  {
    id: 'clock',
    head: t('waitingList.clock'),
    width: 'minmax(170px, 1.1fr)',
    cell: (row) => <Clock row={row} now={now} />,
  },
  {
    id: 'offer',
    head: t('waitingList.offer'),
    width: 'minmax(120px, 1fr)',
    from: 980,
    cell: (row) => {
      const offer = standingOffer(row, now);
      return offer === undefined ? (
        <span className={style.quiet}>{t('waitingList.noOffer')}</span>
      ) : (
        timeOf(row.siteId).moment(offer.startsAt, now)
      );
    },
  },
  {
    id: 'act',
    head: t('waitingList.nextAct'),
    headUnseen: true,
    width: '160px',
    align: 'end',
    cell: (row) => {
      const act = nextAct(row, now);
      return may(act) ? (
        <RowAct words={t(`waitingList.acts.${act}`)} whom={nameOf(row)} opens={dialogOf(act, row)} />
      ) : null;
    },
  },
];

/** Why they stand where they stand: the order of the law, or how urgent a move is. */
export const whyWords = ({ priority, urgent }: Waiting): string =>
  priority === null
    ? t(urgent ? 'waitingList.urgentMove' : 'waitingList.move')
    : t(`waitingList.priorities.${priority}`);

/** The clock of the law that ends first. */
function Clock({ row, now }: { readonly row: Waiting; readonly now: number }) {
  const [first] = clocksOf(row);
  if (first === undefined) return <span className={style.quiet}>{t('waitingList.noClock')}</span>;
  const words = t(`waitingList.clocks.${first.clock}`);
  const time = leftOrOver(first.at, now);
  const left = Date.parse(first.at) - now;
  return (
    <Chip
      chip={
        left < 0
          ? { form: 'overdue', icon: 'clock-over', words, time }
          : { form: 'plain', icon: 'clock', words, time: left < dayMs ? time : leftOrOver(first.at, now) }
      }
    />
  );
}

interface PlacesContext {
  readonly now: number;
  readonly timeOf: TimeOf;
  readonly levels: LevelBook;
}

/** Places of each site and level. */
export const placesColumns = ({ now, timeOf, levels }: PlacesContext): readonly ListColumn<CapacityRow>[] => [
  {
    id: 'level',
    head: t('waitingList.level'),
    width: 'minmax(140px, 1fr)',
    names: true,
    cell: ({ programme, level }) => <LevelName level={levels.level({ id: programme, version: 0 }, level)} />,
  },
  {
    id: 'programme',
    head: t('waitingList.programme'),
    width: 'minmax(120px, 1fr)',
    from: 900,
    cell: ({ programme }) => levels.programmes.find(({ id }) => id === programme)?.title ?? programme,
  },
  { id: 'fill', head: t('waitingList.fill'), width: 'minmax(100px, 1.4fr)', cell: (row) => <Fill row={row} /> },
  ...(['places', 'occupied', 'arriving', 'offered', 'waiting', 'free'] as const).map(
    (figure): ListColumn<CapacityRow> => ({
      id: figure,
      head: t(`waitingList.figures.${figure}`),
      width: '66px',
      align: 'end',
      ...(figure === 'offered' || figure === 'arriving' ? { from: 1000 } : {}),
      cell: (row) => (
        <span className="figure" data-none={row[figure] === null || undefined}>
          {row[figure] ?? t('waitingList.noLimit')}
        </span>
      ),
    }),
  ),
  {
    id: 'notice',
    head: t('waitingList.notice'),
    width: 'minmax(180px, 1fr)',
    cell: ({ siteId, stateNotice }) =>
      stateNotice === null ? null : (
        <span title={timeOf(siteId).moment(stateNotice.dueAt, now)}>
          <Chip
            chip={{
              form: Date.parse(stateNotice.dueAt) < now ? 'overdue' : 'plain',
              icon: Date.parse(stateNotice.dueAt) < now ? 'clock-over' : 'clock',
              words: t('waitingList.tellState'),
              time: leftOrOver(stateNotice.dueAt, now),
            }}
          />
        </span>
      ),
  },
];

/** Solid here, hatched on the way, dashed offered, pale free. */
function Fill({ row }: { readonly row: CapacityRow }) {
  const { places, occupied, arriving, offered, free } = row;
  if (places === null) return <span className={style.quiet}>{t('waitingList.asManyAsCome')}</span>;
  const sentence = t('waitingList.fillSentence', { places, occupied, arriving, offered });
  return (
    <span className={style.bar} role="img" aria-label={sentence}>
      <i data-part="here" style={{ flexGrow: occupied }} />
      {arriving > 0 && <i data-part="arriving" style={{ flexGrow: arriving }} />}
      {offered > 0 && <i data-part="offered" style={{ flexGrow: offered }} />}
      <i data-part="free" style={{ flexGrow: Math.max(0, free ?? 0) }} />
    </span>
  );
}
