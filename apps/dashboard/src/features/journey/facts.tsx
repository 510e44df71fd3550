import { useVirtualizer } from '@tanstack/react-virtual';
import { mayBeWithdrawn, type EventView } from '@stepway/contracts';
import { Link } from '@tanstack/react-router';
import { UnstyledButton } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useStaffName } from '../../api/directory.ts';
import { roleWords } from '../../frame/words.ts';
import { small } from '../../texts/letters.ts';
import { t } from '../../texts/texts.ts';
import type { Telling } from './sentences/telling.ts';
import style from './facts.module.css';
import { kindOf, kinds, type Kind } from './fact-kinds.ts';
import { Nothing } from '../../frame/panel.tsx';
import { hasSealedText, tell, textsOf } from './told-event.ts';

interface FactsProps {
  readonly events: readonly EventView[];
  readonly tellingOf: (event: EventView) => Telling;
  readonly moment: (at: string) => string;
  /** Whether who looks may take back what was entered in error. */
  readonly mayWithdraw: boolean;
}

/** All facts of a journey, the newest first, each in one sentence; only what is in sight is on the page. */
export function Facts({ events, tellingOf, moment, mayWithdraw }: FactsProps) {
  const [kind, setKind] = useState<Kind | undefined>();
  const shown = kind === undefined ? events : events.filter((event) => kindOf(event.type) === kind);
  const withdrawn = useMemo(() => withdrawnAt(events), [events]);
  const scroll = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 46,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 12,
  });
  return (
    <>
      <div className={style.kinds} role="group" aria-label={t('journey.facts.kind')}>
        <KindButton
          words={t('journey.facts.all')}
          count={events.length}
          chosen={kind === undefined}
          choose={() => setKind(undefined)}
        />
        {kinds.map((each) => (
          <KindButton
            key={each}
            words={t(`journey.facts.kinds.${each}`)}
            count={events.filter(({ type }) => kindOf(type) === each).length}
            chosen={kind === each}
            choose={() => setKind(each)}
          />
        ))}
      </div>
      <section ref={scroll} className={style.scroll} aria-label={t('journey.facts.title')} tabIndex={0}>
        {shown.length === 0 && <Nothing>{t('journey.facts.none')}</Nothing>}
        <ol className={style.facts} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const event = shown[index];
            if (event === undefined) return null;
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Fact
                  event={event}
                  telling={tellingOf(event)}
                  moment={moment}
                  withdrawn={withdrawn.get(event.id)}
                  mayWithdraw={mayWithdraw}
                />
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}

interface FactProps {
  readonly event: EventView;
  readonly telling: Telling;
  readonly moment: (at: string) => string;
  /** When the fact was taken back, if it was. */
  readonly withdrawn?: string | undefined;
  readonly mayWithdraw: boolean;
}

/** When each fact that was taken back was; the log keeps both. */
export function withdrawnAt(events: readonly EventView[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { type, data, recordedAt, occurredAt } of events)
    if (type === 'FactWithdrawn' && typeof data['eventId'] === 'string')
      found.set(data['eventId'], recordedAt ?? occurredAt);
  return found;
}

/** One fact: when it happened, what, what a person wrote, who acted. Both clocks where they differ. */
export function Fact({ event, telling, moment, withdrawn, mayWithdraw }: FactProps) {
  const { occurredAt, recordedAt, actor, version } = event;
  const staffName = useStaffName();
  const late = recordedAt !== undefined && Date.parse(recordedAt) - Date.parse(occurredAt) > 60 * 60_000;
  return (
    <article className={style.fact} data-withdrawn={withdrawn !== undefined || undefined}>
      <div className={`${style.at} figure`}>
        {moment(occurredAt)}
        {late && <small>{t('journey.facts.recorded', { moment: moment(recordedAt) })}</small>}
      </div>
      <div className={style.words}>
        <p>{withdrawn === undefined ? tell(event, telling) : <s>{tell(event, telling)}</s>}</p>
        {withdrawn !== undefined && <small>{t('journeyPage.withdrawn', { moment: moment(withdrawn) })}</small>}
        {textsOf(event).map(({ name, text }) => (
          <blockquote key={name}>{text}</blockquote>
        ))}
        {hasSealedText(event) && <small>{t('journey.facts.sealed')}</small>}
      </div>
      <small className={style.who}>
        {actor === undefined || actor.kind === 'rule'
          ? t('journey.facts.byRule')
          : t('journey.facts.by', { person: staffName(actor.id), role: small(roleWords(actor.role)) })}
        <span className="figure">{t('journey.facts.fact', { number: version })}</span>
        {mayWithdraw && withdrawn === undefined && mayBeWithdrawn(event.type) && (
          <Link
            to="."
            search={(now: object) => ({ ...now, do: 'withdraw-fact', about: event.id })}
            className={style.withdraw}
          >
            {t('journey.facts.withdraw')}
            <span className="unseen"> {tell(event, telling)}</span>
          </Link>
        )}
      </small>
    </article>
  );
}

interface KindButtonProps {
  readonly words: string;
  readonly count: number;
  readonly chosen: boolean;
  readonly choose: () => void;
}

const KindButton = ({ words, count, chosen, choose }: KindButtonProps) => (
  <UnstyledButton className={style.kind} aria-pressed={chosen} onClick={choose}>
    {words} <span className="figure">{count}</span>
  </UnstyledButton>
);
