import { useStaffName } from '../api/directory.ts';
import { t } from '../texts/texts.ts';
import style from './owner-mark.module.css';

/** The first letters of a name, or of an id that the directory does not know. */
const initials = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('');

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
      {staffId !== undefined && initials(name)}
    </span>
  );
}
