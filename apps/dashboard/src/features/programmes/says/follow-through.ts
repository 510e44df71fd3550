import type { Programme } from '../programme.ts';
import { roleWords, type Role } from '../../../frame/words.ts';
import { small } from '../../../texts/letters.ts';
import { coded, days, hours, listOf, teller, type Statement } from './say.ts';

// Roles of staff only: no machine is in a phone tree or takes a task.
const roleName = (role: Role): string => (role === 'system' ? role : small(roleWords(role)));

export function deadlinesSay({ deadlines, holdMaximumDays }: Programme): readonly Statement[] {
  const say = teller('/deadlines');
  const { urgent, other } = deadlines.newAppointmentHours;
  return [
    say('grace', ['graceHours'], { length: hours(deadlines.graceHours) }),
    say('newAppointment', ['newAppointmentHours'], { urgent: hours(urgent), other: hours(other) }),
    say('unrecorded', ['unrecordedAppointmentHours'], { length: hours(deadlines.unrecordedAppointmentHours) }),
    say('safetyPlan', ['safetyPlanHours'], { length: hours(deadlines.safetyPlanHours) }),
    teller('')('hold', ['holdMaximumDays'], { length: days(holdMaximumDays) }),
  ];
}

export function crisisSays({ crisis }: Programme): readonly Statement[] {
  const say = teller('/crisis');
  return [
    say('acknowledge', ['acknowledgeMinutes', 'phoneTree'], {
      ...{ minutes: crisis.acknowledgeMinutes, list: listOf(crisis.phoneTree.map(roleName)) },
    }),
    say('reassessCrisis', ['reassessHours'], { length: hours(crisis.reassessHours) }),
    say('overdose', ['overdoseWithinHours'], { length: hours(crisis.overdoseWithinHours) }),
  ];
}

export function accessSays({ waitingList, discharge }: Programme): readonly Statement[] {
  const say = teller('/waitingList');
  return [
    say('order', ['order'], { list: coded('priority', waitingList.order) }),
    say('pregnant', ['pregnantHours'], { length: hours(waitingList.pregnantHours) }),
    say('injecting', ['injectingDays', 'injectingWithInterimDays'], {
      ...{ days: waitingList.injectingDays, interim: waitingList.injectingWithInterimDays },
    }),
    say('notice', ['noticeAtPercent', 'noticeDays'], {
      ...{ percent: waitingList.noticeAtPercent, days: waitingList.noticeDays },
    }),
    teller('/discharge')('reentry', ['reentryDays'], { length: days(discharge.reentryDays) }),
  ];
}

export function afterSays({ discharge, followUp }: Programme): readonly Statement[] {
  const say = teller('/discharge');
  return [
    say('patientDirected', ['patientDirectedContactHours'], {
      list: listOf(discharge.patientDirectedContactHours.map(String)),
    }),
    say('administrative', ['administrativeCloseDays'], { length: days(discharge.administrativeCloseDays) }),
    teller('/followUp')('followUp', ['pointDays', 'windowDays'], {
      ...{ list: listOf(followUp.pointDays.map(String)), window: followUp.windowDays },
    }),
  ];
}

export function peopleSays(programme: Programme): readonly Statement[] {
  const { adolescents, attendance, consents, tasks, escalation, treatmentSessions } = programme;
  const say = teller('');
  return [
    say('adult', ['adolescents'], { years: adolescents.adultAtYears, length: days(adolescents.noticeDays) }),
    say('attendance', ['attendance/weeksBelowMinimum'], { weeks: attendance.weeksBelowMinimum }),
    say('sessions', ['treatmentSessions'], { list: coded('sessionType', treatmentSessions) }),
    say('consent', ['consents/expiryNoticeDays'], { length: days(consents.expiryNoticeDays) }),
    say('tasks', ['tasks'], { again: hours(tasks.escalateAgainHours), snooze: hours(tasks.snoozeMaximumHours) }),
    ...Object.entries(escalation).map(([from, to]) =>
      say('escalation', [`escalation/${from}`], { from: roleName(from as Role), to: roleName(to) }, from),
    ),
  ];
}
