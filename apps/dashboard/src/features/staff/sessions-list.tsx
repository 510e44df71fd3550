import { Button, Group, Modal } from '@mantine/core';
import type { OpenSession } from '@stepway/contracts';
import { IconDevices } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { roleWords } from '../../frame/words.ts';
import type { ListColumn } from '../../lists/columns.ts';
import { List } from '../../lists/list.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { useRowTab } from '../../lists/row-act.tsx';
import { inOrAgo, type SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import { endSession, sessionsQuery } from './requests.ts';
import style from './staff.module.css';

const idOf = ({ sessionId }: OpenSession) => sessionId;
const whom = ({ actor: { name, id } }: OpenSession) => name ?? id;
const none = () => undefined;

/** Browsers that are signed in; each can be ended. */
export function SessionsList({ name }: { readonly name: string }) {
  const query = useQuery(sessionsQuery);
  const now = useNow();
  const time = useSiteTime();
  const [ending, end] = useState<OpenSession>();
  const shown = useMemo(
    () =>
      (query.data ?? [])
        .filter((session) => whom(session).toLowerCase().includes(name.trim().toLowerCase()))
        .toSorted((a, b) => b.seenAt.localeCompare(a.seenAt)),
    [query.data, name],
  );
  const columns = useMemo(() => columnsFor({ now, time, end }), [now, time]);
  return (
    <>
      <ListArea>
        <ListState
          what={t('staff.sessionsWhat')}
          query={query}
          columns={columns}
          isEmpty={shown.length === 0}
          empty={
            <StatePanel icon={IconDevices} title={t('staff.noSession')}>
              {t('staff.noSessionWhy')}
            </StatePanel>
          }
        >
          <List
            name={t('staff.sessions')}
            rows={shown}
            idOf={idOf}
            labelOf={whom}
            columns={columns}
            question={name}
            chosen={undefined}
            choose={none}
            open={none}
          />
        </ListState>
      </ListArea>
      <EndDialog session={ending} close={() => end(undefined)} />
    </>
  );
}

interface EndDialogProps {
  readonly session: OpenSession | undefined;
  readonly close: () => void;
}

/** What somebody has begun to enter is lost with the session: asked first. */
function EndDialog({ session, close }: EndDialogProps) {
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: endSession,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      close();
    },
  });
  return (
    <Modal
      opened={session !== undefined}
      onClose={close}
      title={t('staff.endTitle', { whom: session === undefined ? '' : whom(session) })}
      centered
      size={440}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <p>{t('staff.endWords')}</p>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" size="xs" onClick={close}>
          {t('staff.cancel')}
        </Button>
        <Button
          size="xs"
          loading={ending.isPending}
          onClick={() => session !== undefined && ending.mutate(session.sessionId)}
        >
          {t('staff.end')}
        </Button>
      </Group>
    </Modal>
  );
}

interface ColumnsContext {
  readonly now: number;
  readonly time: SiteTime;
  readonly end: (session: OpenSession) => void;
}

const columnsFor = ({ now, time, end }: ColumnsContext): readonly ListColumn<OpenSession>[] => [
  {
    id: 'whom',
    head: t('staff.name'),
    width: 'minmax(140px, 1.2fr)',
    names: true,
    cell: (session) => <span className={style.name}>{whom(session)}</span>,
  },
  {
    id: 'role',
    head: t('staff.role'),
    width: 'minmax(140px, 1fr)',
    cell: ({ actor }) => roleWords(actor.role),
  },
  {
    id: 'origin',
    head: t('staff.origin'),
    width: 'minmax(120px, 0.9fr)',
    from: 820,
    cell: ({ origin }) => t(`staff.origins.${origin}`),
  },
  {
    id: 'since',
    head: t('staff.since'),
    width: '170px',
    from: 940,
    cell: ({ startedAt }) => <span className="figure">{time.moment(startedAt, now)}</span>,
  },
  {
    id: 'seen',
    head: t('staff.seen'),
    width: '130px',
    cell: ({ seenAt }) => <span className="figure">{inOrAgo(seenAt, now)}</span>,
  },
  {
    id: 'ends',
    head: t('staff.endsAt'),
    width: '170px',
    from: 700,
    cell: ({ endsAt }) => <span className="figure">{time.moment(endsAt, now)}</span>,
  },
  {
    id: 'act',
    head: t('staff.end'),
    headUnseen: true,
    width: '130px',
    align: 'end',
    cell: (session) => <EndAct session={session} end={end} />,
  },
];

function EndAct({ session, end }: { readonly session: OpenSession; readonly end: (session: OpenSession) => void }) {
  const tab = useRowTab();
  if (session.own) return <span className={style.quiet}>{t('staff.own')}</span>;
  return (
    <Button
      size="compact-sm"
      h={26}
      variant="default"
      aria-label={`${t('staff.end')}: ${whom(session)}`}
      {...tab}
      onClick={() => end(session)}
    >
      {t('staff.end')}
    </Button>
  );
}
