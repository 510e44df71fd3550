import type { WorklistItem } from '@stepway/contracts';
import { useStaffName } from '../../api/directory.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { t } from '../../texts/texts.ts';
import { isRinging } from './may.ts';
import { callsOf, type Call } from './phone-calls.ts';
import { Section } from './section.tsx';
import style from './today.module.css';

/** Who was called, who is called now and who is next, with the times. */
export function PhoneTree({ item, now }: { readonly item: WorklistItem; readonly now: number }) {
  const time = useSiteTime(item.siteId);
  const staffName = useStaffName();
  const ringing = isRinging(item);
  const words = (call: Call) => callWords(call, (at) => time.moment(at, now));
  return (
    <Section title={t('today.crisis.steps')}>
      {ringing ? (
        <ol className={style.calls}>
          {callsOf(item).map((call) => (
            <li key={call.role + call.state} data-state={call.state}>
              {words(call)}
            </li>
          ))}
        </ol>
      ) : (
        <p className={style.sentence}>
          {t('today.crisis.acknowledged', { who: staffName(item.owner?.staffId ?? '') })}
        </p>
      )}
      <p className={style.quiet}>{t('today.crisis.names')}</p>
    </Section>
  );
}

/** One call in words. */
export function callWords(call: Call, moment: (at: string) => string): string {
  const role = t(`roles.${call.role}`);
  switch (call.state) {
    case 'before':
      return t('today.crisis.calledBefore', { role, at: moment(call.until) });
    case 'now':
      return t('today.crisis.calledNow', { role, at: moment(call.from) });
    case 'next':
      return t('today.crisis.next', { role, at: moment(call.at) });
    case 'later':
      return role;
  }
}
