import type { EpisodeView } from '@stepway/contracts';
import { listInWords } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import style from './goals.module.css';
import { Nothing, Panel } from '../../frame/panel.tsx';

type Consent = NonNullable<EpisodeView['consents']>[number];

interface ConsentsProps {
  readonly journey: EpisodeView;
  readonly now: number;
  readonly day: (at: string) => string;
}

/** Whether a consent lets anything be disclosed at this moment. */
export const inForce = ({ endedAt, expires }: Consent, now: number): boolean =>
  endedAt === null && !(expires.on === 'date' && Date.parse(expires.at) <= now);

/** What may be disclosed to whom, until when; those in force first. Their words stand among the facts. */
export function Consents({ journey: { consents = [] }, now, day }: ConsentsProps) {
  const ordered = consents.toSorted(
    (a, b) => Number(inForce(b, now)) - Number(inForce(a, now)) || (a.signedAt < b.signedAt ? 1 : -1),
  );
  const active = consents.filter((consent) => inForce(consent, now)).length;
  return (
    <Panel title={t('journey.tabs.consents')} detail={t('journeyPage.consents.inForce', { count: active })}>
      {ordered.length === 0 ? (
        <Nothing>{t('journeyPage.consents.none')}</Nothing>
      ) : (
        <ul className={style.goals}>
          {ordered.map((consent) => (
            <li key={consent.consentId}>
              <span className={style.domain}>{t(`events.consents.purposes.${consent.kind}`)}</span>
              <span className={style.text}>
                {listInWords(consent.information.map((one) => t(`events.consents.information.${one}`)))}
              </span>
              <span className={`${style.state} figure`}>{standing(consent, now, day)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function standing(consent: Consent, now: number, day: (at: string) => string): string {
  const { expires, endedAt, signedAt } = consent;
  if (endedAt !== null) return t('journeyPage.consents.ended', { day: day(endedAt) });
  if (expires.on === 'date')
    return inForce(consent, now)
      ? t('journeyPage.consents.until', { day: day(expires.at) })
      : t('journeyPage.consents.ended', { day: day(expires.at) });
  return t('journeyPage.consents.since', { day: day(signedAt) });
}
