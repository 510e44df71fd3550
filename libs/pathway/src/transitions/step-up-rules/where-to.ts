import { rankIndicated } from '../../assessments/as-made.ts';
import { currentAssessment } from '../../assessments/current.ts';
import { inHospitalOrJail } from '../../leaves/where.ts';
import { moudTaken } from '../../medications/explains.ts';
import { isPregnantAt } from '../../person/pregnancy.ts';
import { whatIsIndicated } from '../guards/assessed.ts';
import { withdrawalRisk } from '../withdrawal-risk.ts';
import type { StepUpRule } from './rule.ts';

/** Whether there is a level to which rules may lead from here, and what it asks for (pathway §5). */
export const whereTo: readonly StepUpRule[] = [
  {
    rule: 'not-in-hospital-or-jail',
    otherwise: 'reassess',
    ask: ({ journey }) => {
      const away = inHospitalOrJail(journey);
      return { held: away === undefined, saw: away ? `in ${away.kind} since ${away.startedAt}` : 'no' };
    },
  },
  {
    rule: 'level-can-step-up',
    otherwise: 'reassess',
    ask: ({ level, target }) => ({
      held: target !== undefined,
      saw: target ? `${level?.title} to ${target.title}` : `no level above ${level?.title ?? 'where there is none'}`,
    }),
  },
  {
    rule: 'withdrawal-risk',
    otherwise: 'reassess',
    whenUnknown: 'withdrawal-check',
    ask: ({ journey, use, target, now, programme }) =>
      target?.kind === 'withdrawal-management'
        ? withdrawalRisk(journey, use, now, programme)
        : { held: true, saw: 'not asked for by this move' },
  },
  {
    // A medication is what helps then; withdrawal endangers the pregnancy (pathway §5; clinical-reference §3).
    rule: 'no-opioid-withdrawal-in-pregnancy',
    otherwise: 'reassess',
    ask: ({ journey, use, target, now, programme }) => {
      if (target?.kind !== 'withdrawal-management' || !isPregnantAt(journey, now))
        return { held: true, saw: 'does not apply' };
      const { always: opioids } = programme.drugTesting.overdoseCheck;
      const found = use.drugClasses.filter((drugClass) => opioids.includes(drugClass));
      const taken = moudTaken(journey, programme, now);
      const opioid = found.length > 0 || taken.length > 0;
      return { held: !opioid, saw: opioid ? 'pregnant, and opioids are found or treated' : 'pregnant, no opioids' };
    },
  },
  {
    rule: 'target-is-indicated',
    otherwise: 'reassess',
    ask: ({ journey, level, target, now, programme }) => {
      if (level?.stepUpCondition !== 'indicated') return { held: true, saw: 'not asked for at this level' };
      const assessment = currentAssessment(journey, now, programme);
      if (assessment === undefined)
        return { held: 'unknown', saw: `no current assessment that indicates ${target?.title ?? 'more support'}` };
      const held = target !== undefined && rankIndicated(assessment, programme) >= target.rank;
      return { held, saw: whatIsIndicated(assessment, programme) };
    },
  },
];
