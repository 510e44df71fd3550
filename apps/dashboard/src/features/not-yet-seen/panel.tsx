import { useQuery } from '@tanstack/react-query';
import { useStaffName } from '../../api/directory.ts';
import { journeyPanelQuery } from '../../api/journey-panel.ts';
import { usePast } from '../../frame/past.ts';
import { PanelActs, PanelFacts, PanelPart, PanelPerson } from '../../lists/panel-parts.tsx';
import { SidePanel } from '../../lists/side-panel.tsx';
import { Move } from '../../marks/move.tsx';
import { nameOf } from '../../marks/people.ts';
import { shortTaskWords } from '../../marks/tasks.ts';
import { leftOrOver } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { ownerOf } from './arrange.ts';
import type { HandOff } from './hand-off.ts';
import { acts, dialogOf, nextAct, type Act } from './next-act.ts';
import style from './not-yet-seen.module.css';
import { Track } from './track.tsx';
import { scaleOf } from './track-scale.ts';
import { deadlineWhy, doseWords, trackSentence, type Words } from './words.ts';

interface PanelProps {
  readonly row: HandOff;
  readonly words: Words;
  readonly may: (act: Act | 'did-not-attend' | 'cancel') => boolean;
  readonly close: () => void;
}

/** The story of one hand-off: left when, by when they are seen and why, what was tried, who answers for it. */
export function HandOffPanel({ row, words, may, close }: PanelProps) {
  const { now, levels } = words;
  const time = words.timeOf(row.siteId);
  const { data: journey } = useQuery(journeyPanelQuery(row.episodeId, usePast()));
  const staffName = useStaffName();
  const { transition, programme } = row;
  const { startedAt, handOffDueAt, targetAt, appointmentAt, missedAt = [], tasks = [], from } = transition;
  const moment = (at: string | undefined) => at && <span className="figure">{time.moment(at, now)}</span>;
  const owner = ownerOf(row);
  const outreach = (journey?.outreach ?? []).filter(({ at }) => startedAt === undefined || at >= startedAt).slice(0, 5);

  return (
    <SidePanel name={t('notYetSeen.panel', { whom: nameOf(row) })} close={close} top={t('screens.notYetSeen')}>
      <PanelPerson name={nameOf(row)} episodeId={row.episodeId}>
        <Move programme={programme} levels={levels} {...transition} />
      </PanelPerson>
      <div className={style.trackBox}>
        <Track row={row} scale={scaleOf([row], now)} now={now} levels={levels} sentence={trackSentence(row, words)} />
      </div>
      <PanelActs acts={offered(row, now, may)} />
      <PanelFacts
        facts={[
          [t('notYetSeen.left'), moment(startedAt)],
          [t('notYetSeen.target'), moment(targetAt)],
          [
            t('notYetSeen.deadline'),
            <>
              {moment(handOffDueAt)} · <b className="figure">{leftOrOver(handOffDueAt, now)}</b>
            </>,
          ],
          [t('notYetSeen.appointmentFact'), moment(appointmentAt) ?? t('notYetSeen.noneMade')],
          [t('notYetSeen.didNotAttend'), missedAt.map((at) => time.moment(at, now)).join(', ')],
          [t('notYetSeen.medication'), doseWords(row, words)],
          [t('notYetSeen.owner'), owner === undefined ? t('moves.unowned') : staffName(owner)],
        ]}
      />
      <PanelPart title={t('notYetSeen.responsible')}>
        <p>{t('notYetSeen.responsibleWhy', { level: levels.level(programme, from).title })}</p>
      </PanelPart>
      <PanelPart title={t('notYetSeen.atDeadline')}>
        <p>{deadlineWhy(row)}</p>
        <p>
          {Date.parse(handOffDueAt) < now
            ? t('notYetSeen.deadlinePassed')
            : t('notYetSeen.deadlineAhead', { moment: time.moment(handOffDueAt, now) })}
        </p>
      </PanelPart>
      {tasks.length > 0 && (
        <PanelPart title={t('notYetSeen.tasks')}>
          <ul className={style.tasks}>
            {tasks.map((task) => (
              <li key={task.taskId}>
                <span>
                  {shortTaskWords(task.kind)}{' '}
                  <small>{task.owner === null ? t('moves.unowned') : staffName(task.owner.staffId)}</small>
                </span>
                <span className="figure">{leftOrOver(task.dueAt, now)}</span>
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
      <PanelPart title={t('notYetSeen.contact')}>
        {outreach.length === 0 ? (
          <p>{journey === undefined ? '' : t('notYetSeen.noContact')}</p>
        ) : (
          <ul className={style.tasks}>
            {outreach.map(({ outreachId, at, channel, reached }) => (
              <li key={outreachId}>
                <span>
                  {t(`notYetSeen.channels.${channel}`)}{' '}
                  <small>{reached ? t('notYetSeen.reached') : t('notYetSeen.notReached')}</small>
                </span>
                <span className="figure">{time.moment(at, now)}</span>
              </li>
            ))}
          </ul>
        )}
      </PanelPart>
    </SidePanel>
  );
}

/** The next act first, then what else is possible. */
function offered(row: HandOff, now: number, may: PanelProps['may']) {
  const first = nextAct(row, now);
  const others = [...acts, 'did-not-attend', 'cancel'] as const;
  return [...(first === undefined ? [] : [first]), ...others.filter((act) => act !== first)]
    .filter((act) => may(act) && (act !== 'escalate' || row.transition.tasks?.length !== 0))
    .map((act) => ({ words: t(`notYetSeen.acts.${act}`), opens: dialogOf(act, row) }));
}
