import { useStaffName } from '../api/directory.ts';
import { t } from '../texts/texts.ts';
import { initialsOf } from './people.ts';
import style from './owner-mark.module.css';

/** Who has it: first letters in a circle, with the name for who points at or hears it; a dashed circle = nobody yet. */
export function OwnerMark({ staffId }: { readonly staffId: string | undefined }) {
  const nameOf = useStaffName();
  const name = staffId === undefined ? t('moves.unowned') : nameOf(staffId);
  return (
    <span
      className={style.owner}
      data-nobody={staffId === undefined || undefined}
      role="img"
      aria-label={name}
      title={name}
    >
      {staffId !== undefined && initialsOf(name)}
    </span>
  );
}
