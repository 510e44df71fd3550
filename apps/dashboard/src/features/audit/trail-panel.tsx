import { Button } from '@mantine/core';
import type { Trail, TrailEntry } from '@stepway/contracts';
import { Link } from '@tanstack/react-router';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { PanelFacts, PanelPart } from '../../lists/panel-parts.tsx';
import { SidePanel } from '../../lists/side-panel.tsx';
import { nameOf } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import style from './audit.module.css';
import type { AuditFilters } from './filters.ts';
import { aboutWords, placeWords, roleOf, staffWords, whatWords } from './words.ts';

interface TrailPanelProps {
  readonly entry: TrailEntry;
  readonly verified: Trail['verified'];
  readonly close: () => void;
}

/** One entry in full: who, as what, what, where, about whom, and whether it is as it was written. */
export function TrailPanel({ entry, verified, close }: TrailPanelProps) {
  const now = useNow();
  const time = useSiteTime();
  const { actor, at, outcome, people, requestId, emergencyId } = entry;
  const [person] = people;
  const whom = staffWords(actor);
  const request = <span className={style.id}>{requestId}</span>;
  return (
    <SidePanel
      name={`${whom}: ${whatWords(entry)}`}
      top={<span className="figure">{time.moment(at, now)}</span>}
      close={close}
    >
      <h2 className={style.title}>{whatWords(entry)}</h2>
      <PanelFacts
        facts={[
          [t('audit.who'), whom],
          [t('audit.role'), roleOf(actor.role)],
          [t('audit.staffId'), actor.id],
          [t('audit.where'), placeWords(entry)],
          [t('audit.outcome'), t(outcome === 'denied' ? 'audit.notAllowed' : 'audit.granted')],
          [t('audit.underEmergency'), emergencyId === null ? undefined : t('audit.marked')],
          [t('audit.request'), request],
        ]}
      />
      <PanelPart title={t('audit.people')}>
        {people.length === 0 && <p>{aboutWords(entry)}</p>}
        {people.map(({ episodeId, patientId, name }) => (
          <p key={episodeId ?? patientId}>
            {episodeId === null ? (
              nameOf({ name, episodeId: patientId })
            ) : (
              <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId }} className={style.link}>
                {nameOf({ name, episodeId })}
              </Link>
            )}
          </p>
        ))}
        {people.length > 0 && entry.subjects > people.length && (
          <p className={style.quiet}>{t('audit.manyPeople', { count: entry.subjects })}</p>
        )}
      </PanelPart>
      <PanelPart title={t('audit.proof')}>
        <p>{proofWords(entry, verified, (moment) => time.moment(moment, now))}</p>
      </PanelPart>
      <div className={style.acts}>
        {person !== undefined && (
          <Narrow words={t('audit.onlyThisPerson')} to={{ person: person.patientId, actor: undefined }} />
        )}
        <Narrow words={t('audit.onlyThisStaff', { whom })} to={{ actor: actor.id, person: undefined }} />
        {emergencyId !== null && <Narrow words={t('audit.seenUnder')} to={{ emergency: emergencyId }} />}
      </div>
    </SidePanel>
  );
}

/** The same list, with less in it. */
const Narrow = ({ words, to }: { readonly words: string; readonly to: Partial<AuditFilters> }) => (
  <Button
    size="xs"
    variant="default"
    renderRoot={(drawn) => <Link to="." search={(now: object) => ({ ...now, row: undefined, ...to })} {...drawn} />}
  >
    {words}
  </Button>
);

function proofWords({ intact }: TrailEntry, verified: Trail['verified'], moment: (at: string) => string): string {
  if (verified === null) return t('audit.never');
  if (intact === null) return t('audit.notYet');
  return t(intact ? 'audit.intact' : 'audit.broken', { at: moment(verified.at) });
}
