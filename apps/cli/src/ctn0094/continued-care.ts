import { plusDays, plusHours, type Instant } from '@stepway/pathway';
import { chance } from '../chance.ts';
import type { TrialPerson } from './people.ts';
import { panels, type TrialFact } from './trial-facts.ts';
import type { TrialCalendar } from './trial-calendar.ts';

/**
 * The trial's record ends with its window; those who stay in care are tested on, once a week, as simulated.
 * After the window nothing counts towards the weekly screens of the trial's plan.
 */
export function continuedCare(person: TrialPerson, calendar: TrialCalendar, until: Instant): TrialFact[] {
  if (!calendar.staysOpen) return [];
  const draw = chance('continued-care', person.who);
  const facts: TrialFact[] = [];
  for (let week = 0; ; week += 1) {
    const collectedAt = plusHours(plusDays(calendar.endsAt, week * 7 + draw.int(1, 6)), draw.int(9, 16));
    if (collectedAt > until) return facts;
    const day = person.endDay + week * 7 + 1;
    const positive = draw.happens(22)
      ? draw.pick(['opioids', 'cocaine', 'benzodiazepines', 'amphetamines'])
      : undefined;
    if (draw.happens(20)) continue;
    facts.push({
      at: plusHours(collectedAt, 1),
      day,
      key: `continued.${day}`,
      wish: {
        type: 'RecordDrugTestResult',
        fields: {
          specimenId: `demo-${person.who}-${week}`,
          matrix: 'urine',
          collectionReason: 'random',
          collectedAt,
          reportedAt: plusHours(collectedAt, 1),
          status: 'final',
          validity: { finding: 'valid', creatinineMgDl: draw.int(25, 180), specificGravity: 1.015 },
          results: panels[person.trial].map((drugClass) => ({
            drugClass,
            outcome: drugClass === positive ? 'positive' : 'negative',
            stage: 'presumptive',
          })),
          acknowledgedUse: false,
        },
      },
    });
  }
}
