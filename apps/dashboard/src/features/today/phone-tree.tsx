import type { WorklistItem } from '@stepway/contracts';
import { useStaffName } from '../../api/directory.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { t } from '../../texts/texts.ts';
import { isRinging } from './may.ts';
import { useOnCall } from './on-call.ts';
import { callsOf, type Call } from './phone-calls.ts';
import { Section } from './section.tsx';
import style from './today.module.css';

/** Who was called, who is called now and who is next, with the times. */
export function PhoneTree({ item, now }: { readonly item: WorklistItem; readonly now: number }) {
  const time = useSiteTime(item.siteId);
  const staffName = useStaffName();
  const ringing = isRinging(item);
  const onCall = useOnCall(item.siteId);
  const words = (call: Call) => callWords(call, (at) => time.moment(at, now), []);
  const calls = callsOf(item);
  const named = calls.some(({ role }) => onCall(role).length > 0);
  return (
    <Section title={t('today.crisis.steps')}>
      {ringing ? (
        <ol className={style.calls}>
          {calls.map((call) => (
            <li key={call.role + call.state} data-state={call.state}>
              {words(call)}
              <span className={style.onCall}>
                {onCall(call.role).map((name, at) => (
                  <span key={name}>{t('today.crisis.inOrder', { at: at + 1, name })}</span>
                ))}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className={style.sentence}>
          {t('today.crisis.acknowledged', { who: staffName(item.owner?.staffId ?? '') })}
        </p>
      )}
      {!named && <p className={style.quiet}>{t('today.crisis.nobodyNamed')}</p>}
    </Section>
  );
}

/** One call in words: who is called, by name where somebody is on call, else by role. */
export function callWords(call: Call, moment: (at: string) => string, [first]: readonly string[]): string {
  const role = first ?? t(`roles.${call.role}`);
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
