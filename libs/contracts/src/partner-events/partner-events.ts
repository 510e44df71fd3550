import type { ConsentInformation, EventType } from '@stepway/pathway';
import { z } from 'zod';
import { eventData } from '../events/events.ts';
import { attendanceRules } from './attendance.ts';
import { drugTestingRules } from './drug-testing.ts';
import { episodeRules } from './episodes.ts';
import type { FieldRule, PartnerRules, Tellable } from './form.ts';
import { transitionRules } from './transitions.ts';
import { treatmentRules } from './treatment.ts';
import { withinRules } from './within.ts';

/** What each event is when somebody outside asks for it: total over all events and their fields (42 CFR 2.13, 2.31). */
const rules: PartnerRules<EventType> = {
  ...episodeRules,
  ...transitionRules,
  ...drugTestingRules,
  ...treatmentRules,
  ...attendanceRules,
  ...withinRules,
};

/** One field as it may go out. */
export interface PartnerField {
  readonly name: string;
  readonly information: ConsentInformation | 'as-the-fact';
  readonly as: z.ZodType;
}

/** One type of event as it may go out. */
export interface PartnerEventForm {
  readonly information: Tellable['information'];
  readonly fields: readonly PartnerField[];
}

function formOf(type: EventType): PartnerEventForm | undefined {
  const rule = rules[type];
  if (rule === 'never') return undefined;
  const { information } = rule;
  const known: Readonly<Record<string, z.ZodType>> = eventData[type].shape;
  const fields = Object.entries<FieldRule>({ ...rule.fields }).flatMap(([name, field]): PartnerField[] => {
    const as = typeof field === 'string' ? known[name] : field.as;
    if (field === 'never' || as === undefined) return [];
    const kind = typeof field === 'string' ? field : field.information;
    return [{ name, as, information: information === 'as-the-fact' ? information : kind }];
  });
  return { information, fields };
}

const forms = new Map(
  Object.keys(rules).flatMap((name) => {
    const type = name as EventType; // the keys of a total record
    const form = formOf(type);
    return form === undefined ? [] : [[type, form] as const];
  }),
);

/** The types that may go out at all, by whatever consent. */
export const partnerEventTypes: readonly EventType[] = [...forms.keys()];

/** How an event of this type may go out; undefined = never. */
export const partnerEventForm = (type: EventType): PartnerEventForm | undefined => forms.get(type);

/** The data of a partner event, for those who read it. What a consent or a registration does not cover is left out. */
export function partnerEventData(type: EventType): z.ZodObject | undefined {
  const form = forms.get(type);
  return form && z.object(Object.fromEntries(form.fields.map(({ name, as }) => [name, as.optional()])));
}
