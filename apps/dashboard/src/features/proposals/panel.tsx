import { useQuery } from '@tanstack/react-query';
import { decisionsPanelQuery, journeyPanelQuery } from '../../api/journey-panel.ts';
import { usePast } from '../../frame/past.ts';
import { PanelActs, PanelFacts, PanelPart, PanelPerson } from '../../lists/panel-parts.tsx';
import { SidePanel } from '../../lists/side-panel.tsx';
import { dispositionWords, drugClassWords } from '../../marks/dispositions.ts';
import { consideredInWords } from '../../marks/considered.ts';
import { Explanation } from '../../marks/explanation.tsx';
import { LevelName } from '../../marks/level-mark.tsx';
import { Move } from '../../marks/move.tsx';
import { nameOf } from '../../marks/people.ts';
import { RulesTried } from '../../marks/rules-tried.tsx';
import { sawInWords } from '../../marks/seen.ts';
import { leftOrOver, type SiteTime } from '../../marks/time.ts';
import { ofTheRecord, t } from '../../texts/texts.ts';
import { atDeadline, type ColumnsContext } from './columns.tsx';
import { evidenceOf } from './evidence.ts';
import { askedBy, dialogOf, proposedMove, type Matter } from './matters.ts';
import style from './proposals.module.css';

interface PanelProps extends ColumnsContext {
  readonly one: Matter;
  readonly time: SiteTime;
  readonly close: () => void;
}

/** What a decision stands on: the evidence, the rules that proposed it, the deadline and what happens then. */
export function MatterPanel({ one, now, time, levels, may, staffName, me, close }: PanelProps) {
  const { row, dueAt, kind } = one;
  const move = proposedMove(one);
  const who = askedBy(one);
  const mine = who !== undefined && who === me;
  return (
    <SidePanel name={t('proposals.panel', { whom: nameOf(row) })} close={close} top={t(`proposals.kinds.${kind}`)}>
      <PanelPerson name={nameOf(row)} episodeId={row.episodeId}>
        {move !== undefined ? (
          <Move programme={row.programme} levels={levels} {...move} />
        ) : (
          row.level !== null && <LevelName level={levels.level(row.programme, row.level)} />
        )}
      </PanelPerson>
      <PanelActs acts={may(kind) && !mine ? [{ words: t(`proposals.acts.${kind}`), opens: dialogOf(one) }] : []} />
      {mine && <p>{t('proposals.yours')}</p>}
      <PanelFacts
        facts={[
          [t('proposals.proposedAt'), move?.proposedAt && time.moment(move.proposedAt, now)],
          [t('proposals.by'), who === undefined ? t('proposals.byRule') : staffName(who)],
          [t('proposals.escalated'), move?.escalatedAt && time.moment(move.escalatedAt, now)],
          [
            t('proposals.deadline'),
            <>
              <span className="figure">{time.moment(dueAt, now)}</span> ·{' '}
              <b className="figure">{leftOrOver(dueAt, now)}</b>
            </>,
          ],
          [t('proposals.reverses'), move?.reverses === undefined ? undefined : t('proposals.reversesWhy')],
        ]}
      />
      <PanelPart title={t('proposals.ifNobodyDecides')}>
        <p>{atDeadline(one)}</p>
      </PanelPart>
      {move !== undefined && <Grounds one={one} now={now} time={time} />}
    </SidePanel>
  );
}

function Grounds({ one, now, time }: Pick<PanelProps, 'one' | 'now' | 'time'>) {
  const past = usePast();
  const { data: journey } = useQuery(journeyPanelQuery(one.row.episodeId, past));
  const { data: decisions = [] } = useQuery(decisionsPanelQuery(one.row.episodeId, past));
  const evidence = journey === undefined ? [] : evidenceOf(journey, one.row.transition?.grounds ?? []);
  const decision = decisions.find(({ outcome }) => outcome === 'proposed');
  const said = decision === undefined ? undefined : consideredInWords(decision);
  return (
    <>
      {evidence.length > 0 && (
        <PanelPart title={t('proposals.evidence')}>
          <ul className={style.list}>
            {evidence.map(({ use, specimens }) => (
              <li key={use.useId}>
                <b>{use.drugClasses.map(drugClassWords).join(', ')}</b>, {time.moment(use.at, now)}
                {specimens.flatMap(({ specimenId, collectedAt, results }) =>
                  results
                    .filter(({ drugClass }) => use.drugClasses.includes(drugClass))
                    .map(({ drugClass, disposition, explanation }) => (
                      <small key={`${specimenId} ${drugClass}`}>
                        {specimenId} · {time.short(collectedAt, now)} · {dispositionWords(disposition)}.{' '}
                        <Explanation words={explanation} as="span" />
                      </small>
                    )),
                )}
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
      {decision !== undefined && (
        <PanelPart title={t('proposals.rules')}>
          <p lang={said === decision.sentence ? ofTheRecord() : undefined}>{said}</p>
          <RulesTried
            rules={decision.rules}
            saw={(text) => sawInWords(text, { now, time, episodeId: one.row.episodeId })}
          />
        </PanelPart>
      )}
    </>
  );
}
