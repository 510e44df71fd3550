import type { SiteCalendar } from '../calendar.ts';
import type { MinorsRule } from '../person/minors.ts';
import type { AgeGroup, Role } from '../vocabulary.ts';
import type { Modality, ServiceCode, Track, TrackFocus } from './services.ts';

/** Hours of a site on its wall clock, `HH:MM`; days of the week, 0 = Sunday. */
export interface WeeklyHoursOpen {
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** A track as one site runs it: the same track has other days and hours elsewhere. */
export interface SiteTrack extends WeeklyHoursOpen {
  readonly track: Track;
  readonly focus: TrackFocus;
  readonly level: string;
  readonly ages: readonly AgeGroup[];
}

export const stagesOfRecovery = ['early', 'middle', 'sustained'] as const;
export type StageOfRecovery = (typeof stagesOfRecovery)[number];

/** People of a group are at about the same stage of recovery (article 004), and adolescents among themselves. */
export interface Group {
  readonly groupId: string;
  readonly title: string;
  readonly modality: Modality;
  readonly levels: readonly string[];
  readonly age: AgeGroup;
  readonly stage: StageOfRecovery;
}

export interface SiteProgramme {
  readonly programme: string;
  /** Places at each level that the site has; without a number, as many as come. */
  readonly levels: readonly {
    readonly level: string;
    readonly ages: readonly AgeGroup[];
    readonly capacity?: number;
  }[];
}

/** A place of care. The offsets stand in it, so that a rule gives the same day on every host, for ever. */
export interface Site extends SiteCalendar {
  readonly title: string;
  /** Two letters; it decides the rules for minors. */
  readonly state: string;
  readonly minors: MinorsRule;
  readonly openingHours: readonly WeeklyHoursOpen[];
  readonly tracks: readonly SiteTrack[];
  readonly programmes: readonly SiteProgramme[];
  readonly services: readonly ServiceCode[];
  readonly groups: readonly Group[];
  /** Answered day and night. */
  readonly crisisLine: string;
  readonly textLine: string;
  readonly licences: readonly { readonly authority: string; readonly title: string }[];
  readonly accreditation: readonly string[];
  readonly payers: readonly string[];
  readonly insuranceVerifiedBy: Role;
  readonly populations: readonly string[];
  readonly infectionTestingAtIntake: readonly string[];
  /** Where facts without a published source stand (JSON pointers within the site). */
  readonly generalKnowledge: readonly string[];
}
