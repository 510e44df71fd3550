import type { EpisodeView } from '@stepway/contracts';
import { useStaffName } from '../../api/directory.ts';
import { roleWords } from '../../frame/words.ts';
import { initialsOf } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import { inForce } from './consents.tsx';
import style from './header.module.css';

/** Who looks after the person: initials, named for those who hear or point at them. */
export function CareTeam({ journey: { careTeam = [] } }: { readonly journey: EpisodeView }) {
  const staffName = useStaffName();
  if (careTeam.length === 0) return <span>{t('journeyPage.header.noTeam')}</span>;
  return (
    <ul className={style.team}>
      {careTeam.map(({ staffId, role }) => {
        const name = `${staffName(staffId)}, ${roleWords(role)}`;
        return (
          <li key={`${staffId} ${role}`} title={name}>
            <span aria-hidden>{initialsOf(staffName(staffId))}</span>
            <span className="unseen">{name}</span>
          </li>
        );
      })}
    </ul>
  );
}

interface ConsentStateProps {
  readonly journey: EpisodeView;
  readonly now: number;
  readonly day: (at: string) => string;
}

/** "3 in force, the first ends Mon 30 Nov". */
export function ConsentState({ journey: { consents = [] }, now, day }: ConsentStateProps) {
  const active = consents.filter((consent) => inForce(consent, now));
  if (active.length === 0) return <span>{t('journeyPage.header.noConsent')}</span>;
  const ends = active.flatMap(({ expires }) => (expires.on === 'date' ? [expires.at] : [])).toSorted()[0];
  return (
    <>
      <b>{t('journeyPage.consents.inForce', { count: active.length })}</b>{' '}
      {ends !== undefined && <span>{t('journeyPage.header.ends', { day: day(ends) })}</span>}
    </>
  );
}
