import { IconAlertOctagonFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { worklistCountsQuery } from '../api/worklist.ts';
import { t } from '../texts/texts.ts';
import style from './frame.module.css';
import { usePast } from './past.ts';
import { useSession } from './session.tsx';

/**
 * Open crises, from every screen: one link to the lane. That there is another one is said once, politely; Today itself
 * says who it is, at once.
 */
export function CrisisChip() {
  const mayAsk = useSession().may.ask.includes('worklistCounts');
  const past = usePast();
  const { data } = useQuery({ ...worklistCountsQuery({}), enabled: mayAsk });
  const open = past === undefined ? (data?.urgent ?? 0) : 0;
  return (
    <span role="status" className={style.crisisPlace}>
      {open > 0 && (
        <Link to="/today" hash="crises" className={style.crisis}>
          <IconAlertOctagonFilled size={14} aria-hidden />
          <span>{t('frame.crises', { count: open })}</span>
        </Link>
      )}
    </span>
  );
}
