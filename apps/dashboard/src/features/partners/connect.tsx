import { t } from '../../texts/texts.ts';
import style from './partners.module.css';
import { ways } from './ways.ts';

interface ConnectProps {
  readonly partnerId: string;
  readonly topic: string;
}

/** How this partner connects, with its own topic and our addresses filled in: docs/partners.md for one reader. */
export function Connect({ partnerId, topic }: ConnectProps) {
  return (
    <details className={style.connect}>
      <summary>{t('partners.connect.title')}</summary>
      <dl>
        {ways({ partnerId, topic, address: window.location.origin }).map(({ way, lines }) => (
          <div key={way}>
            <dt>{t(`partners.connect.${way}`)}</dt>
            <dd>
              <pre>{lines}</pre>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('partners.connect.readers')}</p>
      <p>{t('partners.connect.never')}</p>
    </details>
  );
}
