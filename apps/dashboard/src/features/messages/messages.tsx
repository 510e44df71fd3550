import { IconInbox } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNow } from '../../api/now.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { useSiteTime } from '../../frame/session.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { Choice, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { List } from '../../lists/list.tsx';
import { t } from '../../texts/texts.ts';
import { columnsFor } from './columns.tsx';
import type { MessageFilters } from './filters.ts';
import { MessagePanel } from './message-panel.tsx';
import { quarantineQuery, type Item } from './requests.ts';

const idOf = ({ messageId }: Item) => messageId;
const labelOf = ({ sender }: Item) => sender;

/** Messages from outside that could not become facts by themselves: seen, corrected, released or dismissed. */
export function Messages({ filters }: { readonly filters: MessageFilters }) {
  const query = useQuery(quarantineQuery);
  const client = useQueryClient();
  const now = useNow();
  const time = useSiteTime();
  const setFilters = useSetFilters<MessageFilters>();
  const { data: items } = query;

  const shown = useMemo(
    () => (items ?? []).filter(({ senderId }) => filters.sender === undefined || senderId === filters.sender),
    [items, filters.sender],
  );
  const senders = useMemo(() => [...new Map((items ?? []).map(({ senderId, sender }) => [senderId, sender]))], [items]);
  const columns = useMemo(() => columnsFor({ now, time }), [now, time]);
  const found = items?.find(({ messageId }) => messageId === filters.row);
  const chosen = useKept(found, filters.row);
  const close = () => setFilters({ row: undefined });
  const decided = async () => {
    await client.invalidateQueries({ queryKey: quarantineQuery.queryKey });
    close();
  };

  return (
    <>
      <Toolbar>
        <Choice
          words={(words) => t('messages.ofSender', { chosen: words })}
          options={[{ id: undefined, words: t('lists.any') }, ...senders.map(([id, words]) => ({ id, words }))]}
          value={filters.sender}
          choose={(sender) => setFilters({ sender, row: undefined })}
        />
      </Toolbar>
      <ListArea
        panel={
          chosen !== undefined && (
            <MessagePanel
              key={chosen.messageId}
              item={chosen}
              waits={found !== undefined}
              now={now}
              close={close}
              decided={decided}
            />
          )
        }
      >
        <ListState
          what={t('messages.what')}
          query={query}
          columns={columns}
          isEmpty={shown.length === 0}
          empty={
            <StatePanel icon={IconInbox} title={t('messages.none')}>
              {t(filters.sender === undefined ? 'messages.noneWhy' : 'messages.noneOfSender')}
            </StatePanel>
          }
        >
          <List
            name={t('messages.list')}
            rows={shown}
            idOf={idOf}
            labelOf={labelOf}
            columns={columns}
            question={filters.sender ?? ''}
            chosen={chosen?.messageId}
            choose={(row) => setFilters({ row })}
            open={({ messageId }) => setFilters({ row: messageId })}
          />
        </ListState>
      </ListArea>
      <FootBar>
        <span>{t('messages.foot')}</span>
      </FootBar>
    </>
  );
}

/** What is open stays open when another has decided it meanwhile: nothing is taken from under who reads it. */
function useKept(found: Item | undefined, row: string | undefined): Item | undefined {
  const [kept, keep] = useState(found);
  if (found !== undefined && found !== kept) keep(found);
  if (found !== undefined) return found;
  return kept?.messageId === row ? kept : undefined;
}
