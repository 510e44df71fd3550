import type { SystemView } from '@stepway/contracts';
import { IconCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useNow } from '../../api/now.ts';
import facts from '../../frame/facts-table.module.css';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { useSiteTime } from '../../frame/session.tsx';
import { inOrAgo, inSeconds } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import style from './system.module.css';

interface Now {
  readonly system: SystemView;
}

const length = (ms: number): string => (ms < 500 ? t('system.lag.caughtUp') : inSeconds(ms));

export const Lag = ({ system: { lag } }: Now) => (
  <Panel title={t('system.lag.title')}>
    <PanelBody>
      <dl className={style.figures}>
        {(['read', 'run', 'writer'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`system.lag.${name}`)}</dt>
            <dd className="figure" data-behind={lag[`${name}Ms`] >= 2_000 || undefined}>
              {length(lag[`${name}Ms`])}
            </dd>
          </div>
        ))}
      </dl>
    </PanelBody>
  </Panel>
);

/** How far the events have come, from the log to the tables. */
export function Way({ system: { positions, relaySeenAt, partitions } }: Now) {
  const now = useNow();
  const time = useSiteTime();
  const short = (place: number) => {
    const count = Math.max(0, positions.log - place);
    return count === 0 ? t('system.way.level') : t('system.way.short', { count });
  };
  const steps = [
    [t('system.way.log'), positions.log, t('system.way.place', { place: positions.log })],
    [t('system.way.relay'), positions.relay, short(positions.relay)],
    [t('system.way.projector'), positions.projector, short(positions.projector)],
  ] as const;
  return (
    <Panel title={t('system.way.title')}>
      <PanelBody>
        <ol className={style.way}>
          {steps.map(([name, place, words]) => (
            <li key={name}>
              <span>{name}</span>
              <span className="figure">{words}</span>
              <i aria-hidden>
                <b style={{ width: `${positions.log === 0 ? 100 : Math.min(100, (place / positions.log) * 100)}%` }} />
              </i>
            </li>
          ))}
        </ol>
        <p className={facts.quiet}>
          {relaySeenAt === null
            ? t('system.way.noRelay')
            : t('system.way.relaySeen', { ago: inOrAgo(relaySeenAt, now) })}
          {' · '}
          {t('system.way.partitions', { behind: partitions.behind, known: partitions.known })}
          {partitions.behindSince !== null &&
            `, ${t('system.way.since', { moment: time.moment(partitions.behindSince, now) })}`}
        </p>
      </PanelBody>
    </Panel>
  );
}

export const Servers = ({ system: { servers } }: Now) => (
  <Panel title={t('system.servers.title')}>
    <PanelBody>
      <ul className={style.servers}>
        {servers.map(({ name, up, ms }) => (
          <li key={name} data-up={up || undefined}>
            {up ? (
              <IconCheck size={16} stroke={2} aria-hidden />
            ) : (
              <IconPlugConnectedX size={16} stroke={1.75} aria-hidden />
            )}
            <span>
              <b>{t(`system.servers.${name}`)}</b>
              <small>{t(`system.servers.${name}Is`)}</small>
            </span>
            <span className="figure">{up ? t('system.servers.up', { ms }) : t('system.servers.down')}</span>
          </li>
        ))}
      </ul>
    </PanelBody>
  </Panel>
);
