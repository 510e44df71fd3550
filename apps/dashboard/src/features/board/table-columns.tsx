import type { SessionView } from '@stepway/contracts';
import type { ReactNode } from 'react';
import type { PlainLinks } from '../../frame/plain-links.ts';
import { chipsOf, type ChipContext } from '../../marks/attention.ts';
import { causeWords } from '../../marks/causes.ts';
import { Chip, ChipDot } from '../../marks/chip.tsx';
import { shortDisposition } from '../../marks/dispositions.ts';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import { dayNumber, inOrAgo } from '../../marks/time.ts';
import { WeeklyStrip } from '../../marks/weekly-strip.tsx';
import { t } from '../../texts/texts.ts';
import { flagsAt, levelOf, ownerOf, type Row } from './arrange.ts';
import { nextActOf } from './next-act.ts';
import style from './table.module.css';
import { endingWords } from './words.ts';

export interface TableContext {
  readonly siteTitle: (siteId: string) => string;
  readonly staffName: (staffId: string) => string;
  /** What may be sent: none while the past is looked at. */
  readonly may: readonly SessionView['may']['send'][number][];
  readonly chips: ChipContext;
  readonly levels: LevelBook;
  readonly links: PlainLinks;
  /** Whether it lists people who were discharged. */
  readonly discharged: boolean;
}

export interface Column {
  readonly id: string;
  readonly head: string;
  /** What it says of a person, who stands at this place of the list. */
  readonly cell: (row: Row, at: number) => ReactNode;
}

/** What is told of people in care only, and of people who were discharged. */
const ofCare: readonly string[] = ['day', 'act', 'weeks', 'screen'];
const ofEnding: readonly string[] = ['ended', 'ending'];

/** The columns of the table. Their cells are cheap to draw: thousands of them scroll past. */
export const columnsFor = (context: TableContext): readonly Column[] =>
  allColumns(context).filter(({ id }) => !(context.discharged ? ofCare : ofEnding).includes(id));

const allColumns = (context: TableContext): readonly Column[] => {
  const { chips, levels, may, staffName, siteTitle, links, discharged } = context;
  return [
    {
      id: 'person',
      head: t('board.columns.person'),
      cell: (row, at) => (
        <a href={links.journey(row.episodeId)} onClick={links.follow} className={style.person} data-place={at}>
          {nameOf(row)}
        </a>
      ),
    },
    {
      id: 'level',
      head: t(discharged ? 'board.columns.lastLevel' : 'board.columns.level'),
      cell: (row) => {
        const level = levelOf(row);
        return level === null ? (
          <span className={style.quiet}>
            {t(row.status === 'discharged' ? 'board.notAdmitted' : 'levels.referred')}
          </span>
        ) : (
          <LevelName level={levels.level(row.programme, level)} />
        );
      },
    },
    {
      id: 'ended',
      head: t('board.columns.ended'),
      cell: ({ ending, siteId }) =>
        ending && <span className="figure">{chips.timeOf(siteId).day(ending.at, chips.now)}</span>,
    },
    {
      id: 'ending',
      head: t('board.columns.ending'),
      cell: ({ ending }) =>
        ending && (
          <>
            {endingWords(ending.reason)}
            {ending.patientDirected && <span className={style.quiet}> · {t('board.patientDirected')}</span>}
          </>
        ),
    },
    { id: 'site', head: t('board.columns.site'), cell: ({ siteId }) => siteTitle(siteId) },
    {
      id: 'day',
      head: t('board.columns.day'),
      cell: ({ levelSince, openedAt }) => (
        <span className="figure">{dayNumber(levelSince ?? openedAt, chips.now)}</span>
      ),
    },
    { id: 'action', head: t('board.columns.action'), cell: (row) => <Chips row={row} chips={chips} /> },
    {
      id: 'act',
      head: t('board.columns.act'),
      cell: (row) => {
        const act = nextActOf(row, may);
        if (act === undefined) return null;
        const { opens, words } = act;
        const href = opens === undefined ? links.journey(row.episodeId, 'tasks') : links.dialog(opens);
        return (
          <a href={href} onClick={links.follow} className={style.act} aria-label={`${words}: ${nameOf(row)}`}>
            {words}
          </a>
        );
      },
    },
    {
      id: 'due',
      head: t('board.columns.due'),
      cell: ({ nextDue, siteId }) =>
        nextDue === null ? null : (
          <span title={chips.timeOf(siteId).moment(nextDue.at, chips.now)}>
            {causeWords(nextDue.cause)} <span className={style.quiet}>{inOrAgo(nextDue.at, chips.now)}</span>
          </span>
        ),
    },
    { id: 'weeks', head: t('board.columns.weeks'), cell: ({ weeks }) => <WeeklyStrip weeks={weeks} /> },
    {
      id: 'screen',
      head: t('board.columns.screen'),
      cell: ({ lastScreen, siteId }) =>
        lastScreen === null ? null : (
          <>
            {shortDisposition(lastScreen.disposition)}{' '}
            <span className={style.quiet}>{chips.timeOf(siteId).short(lastScreen.collectedAt, chips.now)}</span>
          </>
        ),
    },
    {
      id: 'owner',
      head: t('board.columns.owner'),
      cell: (row) => {
        const owner = ownerOf(row);
        return owner === undefined ? <span className={style.quiet}>{t('board.unowned')}</span> : staffName(owner);
      },
    },
  ];
};

function Chips({ row, chips }: { readonly row: Row; readonly chips: ChipContext }) {
  const { first, others } = chipsOf({ ...row, flags: flagsAt(row, chips.now) }, chips);
  return (
    <span className={style.chips}>
      {first !== undefined && <Chip chip={first} />}
      {others.map((chip) => (
        <ChipDot key={chip.icon + chip.words} chip={chip} />
      ))}
    </span>
  );
}
