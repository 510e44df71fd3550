import { alike, sum, upTo, type Instrument, type Item } from '../instrument.ts';

const use = ['alcohol-days', 'heavy-drinking-days', 'drug-days'];
const risk = ['physical-health', 'sleep', 'low-mood-days', 'craving', 'risky-situation-days', 'family-trouble'];
const protective = [
  'confidence',
  'self-help-days',
  'spirituality',
  'work-or-school-days',
  'enough-income',
  'supportive-contact-days',
];
const substances = ['cannabis', 'sedative', 'cocaine', 'stimulant', 'opioid', 'inhalant', 'other-drug'];

/** Which drugs, of item 7: asked of those who used some, and on no more days than any drug; not scored. */
const eachSubstance = Object.fromEntries(
  substances.map((substance): [string, Item] => [
    `${substance}-days`,
    { allowed: upTo(4), optional: true, onlyAfter: 'drug-days', atMost: 'drug-days' },
  ]),
);

/**
 * Brief addiction monitor, 17 items about the last 30 days in five steps, 0 to 4 (days: none, 1–3, 4–8, 9–15, 16–30).
 * Use is the sum of items 4 to 6, risk of 1, 2, 3, 8, 11 and 15, protective of 9, 10, 12, 13, 14 and 16; item 17,
 * progress, stands alone, and there is no total (Cacciola et al., J Subst Abuse Treat 2013;44:256). A clinician looks at
 * any use, risk of 12 and more, protection of 12 and less (DePhilippis et al., BAM manual, CESATE 2014).
 */
export const bam: Instrument = {
  title: 'Brief Addiction Monitor',
  items: {
    ...alike([...use, ...risk, ...protective, 'progress'], upTo(4)),
    'heavy-drinking-days': { allowed: upTo(4), atMost: 'alcohol-days' },
    'enough-income': { allowed: [0, 4] },
    ...eachSubstance,
  },
  score: (answers) => {
    const [used, risked, protectedBy] = [sum(answers, use), sum(answers, risk), sum(answers, protective)];
    return {
      subscales: [
        { scale: 'use', score: used, needsAttention: used >= 1 },
        { scale: 'risk', score: risked, needsAttention: risked >= 12 },
        { scale: 'protective', score: protectedBy, needsAttention: protectedBy <= 12 },
      ],
    };
  },
};
