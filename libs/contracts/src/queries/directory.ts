import { roles } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Code, Instant } from '../scalars.ts';

/** The roles that look after all sites of the organisation; the others work at sites of their own. */
export const organisationRoles = [
  'medical-director',
  'programme-manager',
  'privacy-officer',
  'administrator',
] as const satisfies readonly (typeof roles)[number][];

/** What a person of the staff may be. `system` is for machines. */
export const staffRoles = roles.filter((role) => role !== 'system');

const Name = z.string().trim().min(1).max(200);
const distinct = <Item extends z.ZodType<string>>(item: Item, most: number) =>
  z
    .array(item)
    .min(1)
    .max(most)
    .refine((items) => new Set(items).size === items.length, 'each once');

const fields = {
  /** By which owners, care teams and facts name the person; never given to another. */
  staffId: CallerId,
  name: Name,
  /** As what they may act; the first is what they sign in as. */
  roles: distinct(z.enum(staffRoles), staffRoles.length),
  /** Null = all of the organisation. */
  sites: distinct(Code, 200).nullable(),
  /** Null = all of their sites. */
  programmes: distinct(Code, 200).nullable(),
};

/** One of the staff, also of those who have left: their names stand at what they did. */
export const StaffView = z
  .object({ ...fields, active: z.boolean() })
  .extend({
    /** Who it is at the sign-in provider; for an administrator only. */
    subject: z.string().optional(),
    /** For `If-Match` of a change; for an administrator only. */
    version: z.string().optional(),
  })
  .meta({ id: 'Staff' });
export type StaffView = z.output<typeof StaffView>;

type Placed = Pick<z.output<typeof StaffView>, 'roles' | 'sites'>;
/** Only who acts for the organisation alone may be without sites of their own. */
const hasSites = ({ roles: held, sites }: Placed): boolean =>
  sites !== null || held.every((role) => organisationRoles.some((wide) => wide === role));
const noSites = { path: ['sites'], message: 'these roles work at sites: name them' };

const subject = z.string().min(1).max(255);
/** `subject`: by default the staff id itself. */
export const NewStaff = z
  .strictObject({ ...fields, subject: subject.optional() })
  .refine(({ staffId }) => !/^idp[.-]/.test(staffId), {
    path: ['staffId'],
    message: 'so begin the ids of people whom only the sign-in provider knows',
  })
  .refine(hasSites, noSites)
  .meta({ id: 'NewStaff' });
export type NewStaff = z.output<typeof NewStaff>;

const { staffId: _, ...changeable } = fields;
/** The whole entry in place of the one before; `active: false` lets nobody in and ends their sessions. */
export const ChangeStaff = z
  .strictObject({ ...changeable, subject, active: z.boolean() })
  .refine(hasSites, noSites)
  .meta({ id: 'ChangeStaff' });
export type ChangeStaff = z.output<typeof ChangeStaff>;

/** A place of care and what it offers. */
export const SiteView = z
  .object({ siteId: z.string(), title: z.string(), timeZone: z.string(), programmes: z.array(z.string()) })
  .meta({ id: 'SiteView' });
export type SiteView = z.output<typeof SiteView>;

/** People who work together; who cares for one person is a fact of that journey. */
export const TeamView = z
  .object({ teamId: CallerId, title: z.string(), siteId: z.string(), staffIds: z.array(z.string()) })
  .meta({ id: 'Team' });
export type TeamView = z.output<typeof TeamView>;

/** The whole team in place of the one before; without members it is no more. */
export const SetTeam = z
  .strictObject({ title: Name, siteId: Code, staffIds: z.array(CallerId).max(100) })
  .meta({ id: 'SetTeam' });
export type SetTeam = z.output<typeof SetTeam>;

/** Who is called at a site where a role is asked at once, the first in the list first. */
export const OnCallView = z
  .object({
    siteId: z.string(),
    role: z.enum(staffRoles),
    staffIds: z.array(z.string()),
    /** After it nobody is on call by name. Null = until somebody says otherwise. */
    until: Instant.nullable(),
  })
  .meta({ id: 'OnCall' });
export type OnCallView = z.output<typeof OnCallView>;

/** The whole order in place of the one before; without anybody nobody is on call by name. */
export const SetOnCall = z
  .strictObject({
    staffIds: z
      .array(CallerId)
      .max(20)
      .refine((ids) => new Set(ids).size === ids.length, 'each once'),
    /** Left out or null = until somebody says otherwise. */
    until: Instant.nullable().default(null),
  })
  .meta({ id: 'SetOnCall' });
export type SetOnCall = z.output<typeof SetOnCall>;
