import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowRight, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { commandBodies, type CommandAnswer, type EventView } from '@stepway/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { send } from '../api/commands.ts';
import { t } from '../texts/texts.ts';
import { useActing } from './acting.ts';
import style from './dialog.module.css';
import { effectsOf } from './effects.ts';
import { bodyOf } from './form/values.ts';
import { troubleOf } from './rejection.ts';

const shown = 8;
const restMs = 450;

interface WhatWillHappenProps {
  readonly episodeId: string;
  readonly tell: (event: EventView) => string;
}

/** What the command would bring about, by a dry decision of the server: nothing is written for it. */
export function WhatWillHappen({ episodeId, tell }: WhatWillHappenProps) {
  const { command, fields, form, wall } = useActing();
  const [values] = useDebouncedValue(form.values, restMs);
  const body = bodyOf(fields, values, wall);
  const fits = commandBodies[command].safeParse(body).success;
  const { data, error } = useQuery({
    queryKey: ['dry', command, episodeId, body],
    queryFn: () => send({ episodeId, command, body, key: crypto.randomUUID(), dry: true }),
    enabled: fits,
    retry: false,
    gcTime: 0,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  return (
    <section className={style.effects} aria-label={t('dialogs.whatWillHappen')}>
      <h3>{t('dialogs.whatWillHappen')}</h3>
      <div aria-live="polite">
        {!fits ? (
          <p className={style.quiet}>{t('dialogs.fillFirst')}</p>
        ) : error !== null ? (
          <NotAsItStands error={error} />
        ) : (
          data !== undefined && <Effects answer={data} tell={tell} />
        )}
      </div>
    </section>
  );
}

function Effects({ answer, tell }: { readonly answer: CommandAnswer; readonly tell: (event: EventView) => string }) {
  const effects = effectsOf(answer, tell);
  if (effects.length === 0) return <p className={style.quiet}>{t('dialogs.nothingNew')}</p>;
  return (
    <ul>
      {effects.slice(0, shown).map(({ sentence, rule }) => (
        <li key={sentence}>
          {rule ? (
            <IconArrowRight size={14} stroke={1.75} aria-label={t('dialogs.followsByRule')} role="img" />
          ) : (
            <IconCheck size={14} stroke={1.75} aria-hidden />
          )}
          <span>{sentence}</span>
        </li>
      ))}
      {effects.length > shown && (
        <li className={style.quiet}>
          <span />
          {t('dialogs.moreSentences', { count: effects.length - shown })}
        </li>
      )}
    </ul>
  );
}

/** What the rules would say to it, before it is sent. */
function NotAsItStands({ error }: { readonly error: Error }) {
  const { now, time, level } = useActing();
  const context = { now, moment: (at: string) => time.moment(at, now), level: (id: string) => level(id).title };
  const [first] = troubleOf(error, context);
  if (first === undefined || first.written !== 'nothing')
    return <p className={style.quiet}>{t('dialogs.effectUnknown')}</p>;
  return (
    <p className={style.notYet}>
      <IconInfoCircle size={15} stroke={1.75} aria-hidden />
      <span>
        {t('dialogs.cannotAsItStands')} <b>{first.says}</b> {first.way}
      </span>
    </p>
  );
}
