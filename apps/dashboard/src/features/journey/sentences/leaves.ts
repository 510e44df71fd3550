import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const leaveSentences = {
  LeaveStarted: ({ kind: code, at, expectedReturnAt }, { moment }) => {
    const leave = { kind: t(`events.leaves.kinds.${code}`), from: moment(at) };
    return expectedReturnAt === undefined
      ? t('events.leaves.returnNotKnown', leave)
      : t('events.leaves.LeaveStarted', { ...leave, until: moment(expectedReturnAt) });
  },
  LeaveEnded: ({ at, cause }, { moment }) =>
    cause === 'seen'
      ? t('events.leaves.seen', { moment: moment(at) })
      : t('events.leaves.LeaveEnded', { moment: moment(at) }),
} satisfies Partial<Sentences>;
