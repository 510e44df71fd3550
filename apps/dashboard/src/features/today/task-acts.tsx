import type { WorklistItem } from '@stepway/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { kebab } from '../../api/commands.ts';
import { usePast } from '../../frame/past.ts';
import { useSession, useSiteTime } from '../../frame/session.tsx';
import { endWords, taskWords } from '../../marks/tasks.ts';
import { t } from '../../texts/texts.ts';
import { AssignMenu, SnoozeMenu } from './act-menus.tsx';
import { isRinging, mayClaim, mayComplete } from './may.ts';
import style from './today.module.css';
import { type Acting } from './use-act.ts';
import { claimOf, completeOf } from './wishes.ts';

export type OpenMenu = 'snooze' | 'assign' | undefined;

interface TaskActsProps {
  readonly item: WorklistItem;
  readonly now: number;
  readonly acting: Acting;
  readonly menu: OpenMenu;
  readonly setMenu: (menu: OpenMenu) => void;
}

/** What can be done about a task in place. Primary: what ends it, or to take it on. */
export function TaskActs({ item, now, acting, menu, setMenu }: TaskActsProps) {
  const session = useSession();
  const time = useSiteTime(item.siteId);
  const past = usePast();
  const task = taskWords(item.kind);
  const busy = acting.busy === item.taskId;
  const claims = mayClaim(item, session) && (item.owner?.staffId !== session.actor.id || item.urgent);
  const ends = item.endedBy.filter((command) => session.may.send.includes(command));
  const [first, ...others] = ends.filter((command) => endWords(command) !== undefined);
  if (past !== undefined) return <p className={style.quiet}>{t('today.acts.asOf')}</p>;
  return (
    <>
      <div className={style.acts}>
        {mayComplete(item, session) && (
          <Button
            size="xs"
            loading={busy}
            onClick={() => void acting.act(item, completeOf(item), t('today.done.CompleteTask', { task }))}
          >
            {t('today.acts.complete')}
          </Button>
        )}
        {first !== undefined && <EndsBy item={item} command={first} primary />}
        {claims && (
          <Button
            size="xs"
            variant={first === undefined && !mayComplete(item, session) ? 'filled' : 'default'}
            loading={busy}
            aria-keyshortcuts="c"
            onClick={() => void acting.act(item, claimOf(item), t('today.done.ClaimTask', { task }))}
          >
            {isRinging(item) ? t('today.acts.acknowledge') : t('today.claim')}
          </Button>
        )}
        {session.may.send.includes('SnoozeTask') && (
          <SnoozeMenu
            items={[item]}
            now={now}
            opened={menu === 'snooze'}
            setOpened={(opened) => setMenu(opened ? 'snooze' : undefined)}
            putOff={(until) =>
              void acting.act(
                item,
                { act: 'SnoozeTask', body: { taskId: item.taskId, until } },
                t('today.done.SnoozeTask', { at: time.moment(until, now), task }),
              )
            }
          />
        )}
        {session.may.send.includes('AssignTask') && (
          <AssignMenu
            items={[item]}
            opened={menu === 'assign'}
            setOpened={(opened) => setMenu(opened ? 'assign' : undefined)}
            give={({ staffId, role, name }) =>
              void acting.act(
                item,
                { act: 'AssignTask', body: { taskId: item.taskId, to: { staffId, role } } },
                t('today.done.AssignTask', { who: name, task }),
              )
            }
          />
        )}
        {others.map((command) => (
          <EndsBy key={command} item={item} command={command} />
        ))}
      </div>
      {!item.mayTake.includes(session.actor.role) && (
        <p className={style.quiet}>{t('today.acts.notYours', { role: t(`roles.${item.role}`) })}</p>
      )}
    </>
  );
}

/** A task that ends when something is recorded leads to its dialog. */
function EndsBy({
  item,
  command,
  primary = false,
}: {
  readonly item: WorklistItem;
  readonly command: WorklistItem['endedBy'][number];
  readonly primary?: boolean;
}) {
  return (
    <Button
      size="xs"
      variant={primary ? 'filled' : 'default'}
      renderRoot={(drawn) => (
        <Link
          to="."
          search={(now: object) => ({ ...now, do: kebab(command), of: item.episodeId, about: item.subject })}
          {...drawn}
        />
      )}
    >
      {endWords(command)}
    </Button>
  );
}
