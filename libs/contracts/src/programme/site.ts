import {
  ageGroups,
  modalities,
  roles,
  serviceCodes,
  stagesOfRecovery,
  trackFocuses,
  tracks,
  type Programme,
  type Site as PlaceOfCare,
} from '@stepway/pathway';
import { z } from 'zod';
import { pointerTo, type FieldFault } from '../faults.ts';
import { same, type Same } from '../same-type.ts';
import { Code, Instant, LocalDate } from '../scalars.ts';
import type { Path } from './checks/check.ts';
import { calendar, hoursOpen, ofItsLevels, ofItsProgrammes } from './checks/sites.ts';
import { Pointer } from './figures.ts';

const Weekday = z.int().min(0).max(6);
const WallClock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day as in 17:30');
const Ages = z.array(z.enum(ageGroups)).min(1).readonly();
const Words = z.array(z.string().min(1)).readonly();
const open = { weekdays: z.array(Weekday).min(1).readonly(), from: WallClock, to: WallClock };

/** A place of care: what it is, when it is open, and its pinned calendar. */
export const Site = z.strictObject({
  siteId: Code,
  title: z.string().min(1),
  timeZone: z.string().min(1),
  offsets: z
    .array(z.strictObject({ from: Instant, minutes: z.int().min(-900).max(900) }))
    .min(1)
    .readonly(),
  holidays: z.array(LocalDate).readonly(),
  closedWeekdays: z.array(Weekday).readonly(),
  closedDays: z.array(LocalDate).readonly(),
  state: z.string().regex(/^[A-Z]{2}$/, 'two letters'),
  minors: z.strictObject({
    mayConsentFromYears: z.int().min(0).max(21).optional(),
    parentalConsent: z.enum(['required', 'not-required']),
  }),
  openingHours: z.array(z.strictObject(open)).readonly(),
  tracks: z
    .array(z.strictObject({ ...open, track: z.enum(tracks), focus: z.enum(trackFocuses), level: Code, ages: Ages }))
    .readonly(),
  programmes: z
    .array(
      z.strictObject({
        programme: Code,
        levels: z
          .array(z.strictObject({ level: Code, ages: Ages, capacity: z.int().positive().optional() }))
          .readonly(),
      }),
    )
    .readonly(),
  services: z.array(z.enum(serviceCodes)).readonly(),
  groups: z
    .array(
      z.strictObject({
        groupId: Code,
        title: z.string().min(1),
        modality: z.enum(modalities),
        levels: z.array(Code).min(1).readonly(),
        age: z.enum(ageGroups),
        stage: z.enum(stagesOfRecovery),
      }),
    )
    .readonly(),
  crisisLine: z.string().min(1),
  textLine: z.string().min(1),
  licences: z.array(z.strictObject({ authority: z.string().min(1), title: z.string().min(1) })).readonly(),
  accreditation: Words,
  payers: Words,
  insuranceVerifiedBy: z.enum(roles),
  populations: Words,
  infectionTestingAtIntake: Words,
  generalKnowledge: z.array(Pointer).readonly(),
});
export type Site = z.output<typeof Site>;

same<Same<Site, PlaceOfCare>>();

/** The file of sites: each once, and sound in itself. */
export const SiteFile = z.strictObject({ sites: z.array(Site).min(1) }).superRefine(({ sites }, context) => {
  sites.forEach((site, at) => {
    const fault = (path: Path, message: string) =>
      context.addIssue({ code: 'custom', path: ['sites', at, ...path], message });
    if (sites.findIndex(({ siteId }) => siteId === site.siteId) !== at)
      fault(['siteId'], `'${site.siteId}' is there twice`);
    for (const check of [calendar, hoursOpen, ofItsLevels]) check(site, fault);
  });
});

/** What the sites offer and the programmes do not have. */
export function sitesAgainst(
  sites: readonly Site[],
  newest: (id: string) => Programme | undefined,
): readonly FieldFault[] {
  return sites.flatMap((site, at) => {
    const faults: FieldFault[] = [];
    ofItsProgrammes(site, newest, (path, message) =>
      faults.push({ pointer: pointerTo(['sites', at, ...path]), message }),
    );
    return faults;
  });
}
