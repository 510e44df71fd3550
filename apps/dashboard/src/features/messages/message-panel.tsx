import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isStatus } from '../../api/request.ts';
import { useSession, useSiteTime } from '../../frame/session.tsx';
import { AfterAMoment, Failure } from '../../frame/states.tsx';
import { PanelFacts, PanelPart } from '../../lists/panel-parts.tsx';
import { SidePanel } from '../../lists/side-panel.tsx';
import { inOrAgo } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import style from './messages.module.css';
import { ReleaseForm } from './release-form.tsx';
import { messageQuery, type Item } from './requests.ts';
import { factWords, questionWords } from './words.ts';

interface MessagePanelProps {
  readonly item: Item;
  /** False where somebody else has decided it meanwhile. */
  readonly waits: boolean;
  readonly now: number;
  readonly close: () => void;
  readonly decided: () => Promise<void>;
}

/** One message: why it waits, what of it stands already, and, for who opens it, what was sent and what becomes of it. */
export function MessagePanel({ item, waits, now, close, decided }: MessagePanelProps) {
  const { sender, channel, receivedAt, reason, questions, outcome } = item;
  const time = useSiteTime();
  const { may } = useSession();
  const [opened, open] = useState(false);
  return (
    <SidePanel name={t('messages.panel', { sender })} top={t(`messages.channels.${channel}`)} close={close}>
      <h2 className={style.title}>{sender}</h2>
      {!waits && (
        <p role="status" className={style.meanwhile}>
          {t('messages.decided')}
        </p>
      )}
      <PanelFacts
        facts={[
          [t('messages.since'), `${time.moment(receivedAt, now)} · ${inOrAgo(receivedAt, now)}`],
          [t('messages.recorded'), outcome.length === 0 ? t('messages.nothingYet') : undefined],
        ]}
      />
      <PanelPart title={t('messages.why')}>
        <p>{t(`messages.reasons.${reason}`)}</p>
        {questions.length > 0 && (
          <ul className={style.points}>
            {[...new Set(questions.map(questionWords))].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </PanelPart>
      {outcome.length > 0 && (
        <PanelPart title={t('messages.recorded')}>
          <ul className={style.points}>
            {outcome.map((fact, at) => (
              <li key={at}>
                {factWords(fact)}{' '}
                <Link
                  to="/journeys/$episodeId/{-$tab}"
                  params={{ episodeId: fact.episodeId }}
                  className={style.journey}
                >
                  {t('messages.journey')}
                </Link>
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
      {waits && may.ask.includes('quarantinedMessage') && !opened && (
        <div className={style.open}>
          <Button size="xs" leftSection={<IconEye size={15} stroke={1.75} aria-hidden />} onClick={() => open(true)}>
            {t('messages.open')}
          </Button>
          <p className={style.hint}>{t('messages.openWhy')}</p>
        </div>
      )}
      {opened && <Opened messageId={item.messageId} decided={decided} />}
    </SidePanel>
  );
}

interface OpenedProps {
  readonly messageId: string;
  readonly decided: () => Promise<void>;
}

function Opened({ messageId, decided }: OpenedProps) {
  const query = useQuery(messageQuery(messageId));
  if (query.data !== undefined) return <ReleaseForm message={query.data} decided={decided} />;
  if (query.error === null)
    return (
      <AfterAMoment>
        <div className={style.skeleton} aria-busy aria-label={t('messages.sent')} />
      </AfterAMoment>
    );
  if (isStatus(query.error, 404)) return <p role="alert">{t('messages.decided')}</p>;
  return <Failure what={t('messages.whatSent')} error={query.error} retry={() => void query.refetch()} />;
}
