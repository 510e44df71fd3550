import type { WorklistItem } from '@stepway/contracts';
import { Button } from '@mantine/core';
import { useStaffName } from '../../api/directory.ts';
import { usePast } from '../../frame/past.ts';
import { useSession } from '../../frame/session.tsx';
import { useRowTab } from '../../lists/row-act.tsx';
import { initialsOf, nameOf } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import { mayClaim } from './may.ts';
import style from './today.module.css';

/** Who has a task: their initials; or the wish to take it on; or that nobody has it. */
export function Owner({ item, claim }: { readonly item: WorklistItem; readonly claim: (item: WorklistItem) => void }) {
  const session = useSession();
  const staffName = useStaffName();
  const tab = useRowTab();
  const past = usePast();
  const { owner } = item;
  if (owner !== null && owner !== undefined) {
    const name = staffName(owner.staffId);
    return (
      <span
        className={style.owner}
        role="img"
        aria-label={name}
        title={name}
        data-own={owner.staffId === session.actor.id}
      >
        {initialsOf(name)}
      </span>
    );
  }
  if (past === undefined && mayClaim(item, session))
    return (
      <Button
        className={style.claim}
        variant="default"
        size="compact-sm"
        h={26}
        aria-label={t('today.claimFor', { whom: nameOf(item) })}
        onClick={() => claim(item)}
        {...tab}
      >
        {t('today.claim')}
      </Button>
    );
  return <span className={style.nobody} role="img" aria-label={t('today.nobody')} title={t('today.nobody')} />;
}
