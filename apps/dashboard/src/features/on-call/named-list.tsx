import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useStaffName } from '../../api/directory.ts';
import { t } from '../../texts/texts.ts';
import { moved } from './orders.ts';
import style from './on-call.module.css';

interface NamedListProps {
  readonly staffIds: readonly string[];
  readonly change: (staffIds: readonly string[]) => void;
}

/** Those who are called, each to be put earlier, later, or left out. What was pressed keeps the focus where it moves to. */
export function NamedList({ staffIds, change }: NamedListProps) {
  const staffName = useStaffName();
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string>(undefined);
  useEffect(() => {
    if (pressed.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-press="${pressed.current}"]`)?.focus();
    pressed.current = undefined;
  }, [staffIds]);
  const press = (key: string, next: readonly string[]) => {
    pressed.current = key;
    change(next);
  };
  return (
    <ol ref={list} className={style.order} aria-label={t('onCall.who')}>
      {staffIds.map((staffId, at) => {
        const whom = staffName(staffId);
        const last = staffIds.length - 1;
        return (
          <li key={staffId}>
            <span className={`${style.place} figure`}>{at + 1}</span>
            <span className={style.whom}>{whom}</span>
            {at > 0 && (
              <Press
                icon={IconArrowUp}
                words={t('onCall.earlier', { whom })}
                id={`earlier.${staffId}`}
                press={() => {
                  const next = moved(staffIds, staffId, -1);
                  press(at === 1 ? `later.${staffId}` : `earlier.${staffId}`, next);
                }}
              />
            )}
            {at < last && (
              <Press
                icon={IconArrowDown}
                words={t('onCall.later', { whom })}
                id={`later.${staffId}`}
                press={() => {
                  const next = moved(staffIds, staffId, 1);
                  press(at === last - 1 ? `earlier.${staffId}` : `later.${staffId}`, next);
                }}
              />
            )}
            <Press
              icon={IconX}
              words={t('onCall.leaveOut', { whom })}
              id={`out.${staffId}`}
              press={() =>
                press(
                  `out.${staffIds[at + 1] ?? staffIds[at - 1] ?? ''}`,
                  staffIds.filter((one) => one !== staffId),
                )
              }
            />
          </li>
        );
      })}
    </ol>
  );
}

interface PressProps {
  readonly icon: typeof IconX;
  readonly words: string;
  readonly id: string;
  readonly press: () => void;
}

const Press = ({ icon: Icon, words, id, press }: PressProps) => (
  <ActionIcon variant="default" size={24} aria-label={words} title={words} data-press={id} onClick={press}>
    <Icon size={14} stroke={1.75} aria-hidden />
  </ActionIcon>
);
