import { kebab, type CommandName } from '../../api/commands.ts';
import type { DayLists } from '../../api/day-lists.ts';

/** Something to be done with a row: a command, and what it is about. */
export interface Act {
  readonly command: CommandName;
  readonly words: ActWords;
  readonly about?: string;
}

/** How an act is called, among the texts. */
export type ActWords =
  | 'recordResult'
  | 'confirm'
  | 'review'
  | 'notCollected'
  | 'newDate'
  | 'reachOut'
  | 'done'
  | 'taken'
  | 'drugsGiven'
  | 'nextDose'
  | 'missedDoses'
  | 'newMedication'
  | 'followUp'
  | 'checkUp';

/** The address of an act's dialog, over the list. */
export const opens = ({ command, about }: Act, of: string) => ({
  do: kebab(command),
  of,
  ...(about !== undefined && { about }),
});

const done = (task: { readonly taskId: string } | null, words: ActWords = 'done'): readonly Act[] =>
  task === null ? [] : [{ command: 'CompleteTask', words, about: task.taskId }];

type Row<Name extends keyof DayLists> = DayLists[Name]['row'];

/** What may be done with a test that asks for somebody: the first is the next. */
export function testActs({ state, specimen, scheduled, notCollected, task }: Row<'tests'>): readonly Act[] {
  const about = specimen === null ? {} : { about: specimen.specimenId };
  const result: Act = { command: 'RecordDrugTestResult', words: 'recordResult' };
  const newDate: Act = { command: 'ScheduleDrugTest', words: 'newDate' };
  const missed: Act = {
    command: 'RecordMissedDrugTest',
    words: 'notCollected',
    ...(scheduled && { about: scheduled.dueAt }),
  };
  switch (state) {
    case 'today':
      return [result, missed];
    case 'late':
      return [missed, result];
    case 'not-collected':
      return task?.kind === 'new-collection'
        ? [newDate, result]
        : [{ command: 'RecordOutreach', words: 'reachOut' }, newDate, ...(notCollected ? done(task) : [])];
    case 'awaiting-confirmation':
      return [
        { ...result, words: 'confirm', ...about },
        { command: 'ReviewDrugTest', words: 'review', ...about },
      ];
    case 'to-review':
      if (task?.kind === 'drugs-given-list') return [{ command: 'RecordExternalEncounter', words: 'drugsGiven' }];
      if (task?.kind === 'talk-about-result') return [...done(task), newDate];
      return [{ command: 'ReviewDrugTest', words: 'review', ...about }, newDate];
    case 'in-question':
      return [newDate, result, { command: 'ReviewDrugTest', words: 'review', ...about }];
    case 'unexpected-absence':
      return [
        { command: 'ReviewDrugTest', words: 'review', ...about },
        { command: 'RecordMissedDoses', words: 'missedDoses' },
        ...done(task),
      ];
  }
}

export function medicationActs({ state, medications, task }: Row<'medications'>): readonly Act[] {
  const [medication] = medications;
  const about = medication === undefined ? {} : { about: medication.medicationId };
  const nextDose: Act = { command: 'ArrangeMedicationContinuity', words: 'nextDose', ...about };
  const missed: Act = { command: 'RecordMissedDoses', words: 'missedDoses', ...about };
  const another: Act = { command: 'RecordMedication', words: 'newMedication' };
  switch (state) {
    case 'next-dose':
      return [nextDose, missed];
    case 'to-check':
      return [...done(task, 'taken'), missed, nextDose];
    case 'missed':
      return [nextDose, missed, ...done(task)];
    case 'ended':
      return [another];
    case 'continuity':
      return medication === undefined ? [another, ...done(task)] : [nextDose, another, ...done(task)];
  }
}

export function followUpActs({ state, point, task }: Row<'followUps'>): readonly Act[] {
  const outreach: Act = { command: 'RecordOutreach', words: 'reachOut' };
  switch (state) {
    case 'follow-up':
      return [{ command: 'RecordFollowUp', words: 'followUp', ...(point && { about: String(point.days) }) }];
    case 'contact':
    case 'lost-contact':
      return [outreach, ...(task?.kind === 'contact-outreach' ? [] : done(task))];
    case 'check-up':
      return [{ command: 'RecordSession', words: 'checkUp' }, outreach];
  }
}
