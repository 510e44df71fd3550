import type { EpisodeView, ProgrammeView, SessionView } from '@stepway/contracts';
import type { z } from 'zod';
import type { CommandName } from '../api/commands.ts';
import type { Act } from './catalogue.ts';
import type { NamedField } from './form/fields.ts';
import { asValues, emptyValues, type Values, type WallTime } from './form/values.ts';
import { withIds } from './made-ids.ts';
import { subjectField, type Subject } from './subjects.ts';

interface Start {
  readonly command: CommandName;
  readonly act: Act;
  readonly fields: readonly NamedField[];
  readonly about: string | undefined;
  readonly journey: EpisodeView | undefined;
  readonly subjects: (field: string) => readonly Subject[] | undefined;
  readonly wall: WallTime;
  readonly now: number;
  readonly actor: SessionView['actor'];
  readonly deployment: SessionView['deployment'];
  readonly programmes: readonly z.output<typeof ProgrammeView>[];
}

/** What stands in a form when it opens: new ids, the present moment, what can only be one thing. */
export function startValues(start: Start): Values {
  const { command, act, fields, wall, now } = start;
  const values = withIds(command, fields, emptyValues(fields));
  for (const { name, field } of fields) if (field.kind === 'list') values[name] = listStart(start, name, values[name]);
  const moment = wall.toWall(new Date(now).toISOString());
  for (const name of act.now ?? []) values[name] = moment;
  return { ...values, ...knownSubject(start), ...known(start) };
}

/** The first items of a list name new things, too. */
function listStart({ command, fields }: Start, name: string, value: unknown): unknown {
  const list = fields.find((one) => one.name === name)?.field;
  if (list?.kind !== 'list' || list.of.kind !== 'group' || !Array.isArray(value)) return value;
  const inner = list.of.fields;
  return value.map((item: unknown) => withIds(command, inner, item));
}

/** What the address is about, else the only thing that it can be. */
function knownSubject({ command, about, subjects }: Start): Values {
  const field = subjectField(command);
  if (field === undefined) return {};
  const found = subjects(field) ?? [];
  const asked = found.find(({ id }) => id === about) ?? (found.length === 1 ? found[0] : undefined);
  return asked === undefined ? {} : { [field]: asked.id };
}

/** What the journey or the deployment says already. */
function known({ command, about, journey, deployment, programmes, wall, actor }: Start): Values {
  const [site] = deployment.siteIds;
  const entry = journey?.entry?.level ?? '';
  if (command === 'OpenEpisode')
    return {
      siteId: deployment.siteIds.length === 1 ? site : '',
      programme: programmes.length === 1 ? programmes[0]?.id : '',
    };
  if (command === 'Admit') return { level: entry };
  if (command === 'ReopenEpisode') return { level: journey?.stays.at(-1)?.level ?? '' };
  if (command === 'OfferSlot')
    return { level: journey?.transition?.to ?? (journey?.status === 'referred' ? entry : '') };
  if (command === 'RecordSession') return { minutes: 60, attendance: 'attended' };
  if (command === 'RecordMissedDrugTest') return missedTest(about, journey, wall);
  if (command === 'AssignCareTeam' && journey?.careTeam !== undefined) return { members: journey.careTeam };
  if (command === 'SetAftercarePlan' && journey?.aftercarePlan)
    return { parts: journey.aftercarePlan.parts.map(({ part, everyDays }) => ({ part, everyDays: everyDays ?? '' })) };
  if (command === 'RecordAssessment') return assessmentStart(journey);
  // What the first person gave stands already: the second only says that they agree.
  if (command === 'DischargeEpisode' && journey?.termination && journey.termination.requestedBy !== actor.id)
    return { reasonCode: 'terminated-by-facility' };
  if (command === 'RecordFollowUp') return followUpStart(about);
  if (command === 'RecordDrugTestResult') return { status: 'final' };
  // A pause that is on is renewed under its own id.
  const hold = journey?.holds.find(({ endedAt, holdId }) => endedAt === null && holdId === about);
  return command === 'PlaceHold' && hold !== undefined ? { holdId: hold.holdId, until: wall.toWall(hold.until) } : {};
}

function missedTest(about: string | undefined, journey: EpisodeView | undefined, wall: WallTime): Values {
  const test = journey?.scheduledTests.find(({ dueAt }) => dueAt === about) ?? journey?.scheduledTests[0];
  return test === undefined ? {} : { dueAt: wall.toWall(test.dueAt) };
}

/** At which point after discharge, in days: the one that it was opened for. */
function followUpStart(about: string | undefined): Values {
  const days = Number(about);
  return Number.isInteger(days) && days > 0 ? { point: days } : {};
}

/** All six dimensions, by the edition that was used last. */
function assessmentStart(journey: EpisodeView | undefined): Values {
  const edition = journey?.assessments?.[0]?.edition ?? 4;
  const dimensions = [1, 2, 3, 4, 5, 6].map((dimension) => ({
    ...asValues({ subdimension: '', risk: '', minimumLevel: '', evidence: '' }),
    dimension,
  }));
  return { edition, dimensions };
}
