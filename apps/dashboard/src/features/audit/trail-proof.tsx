import type { Trail } from '@stepway/contracts';
import { IconLink, IconLinkOff } from '@tabler/icons-react';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { t } from '../../texts/texts.ts';
import style from './audit.module.css';

/** What the last look at the whole trail found. */
export function TrailProof({ verified }: { readonly verified: Trail['verified'] | undefined }) {
  const now = useNow();
  const time = useSiteTime();
  if (verified === undefined) return null;
  const broken = verified !== null && verified.broken > 0;
  const Icon = verified === null || broken ? IconLinkOff : IconLink;
  const at = verified === null ? '' : time.moment(verified.at, now);
  return (
    <span className={style.proof} data-broken={broken || undefined}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {verified === null
        ? t('audit.never')
        : broken
          ? t('audit.verifiedBroken', { at, count: verified.broken })
          : t('audit.verified', { at, count: verified.records })}
    </span>
  );
}
