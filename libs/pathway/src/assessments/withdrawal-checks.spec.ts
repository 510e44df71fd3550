import { day, definitive, inCareAt } from '../specs/commands.ts';
import { assessed } from '../specs/assessments.ts';
import { given } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { asked } from '../specs/person.ts';

describe('a check for withdrawal', () => {
  it('is done when a scale was scored, or an assessment rates it', () => {
    const inResidential = inCareAt('residential');
    const cocaine = definitive([['cocaine', 'positive']]);
    const checked = happened('TaskCompleted', { taskId: 'episode-1.task.withdrawal-check.use.S-2026-05-14T12' });
    given(inResidential, cocaine)
      .when(asked('cows', {}, day(10.2)))
      .thenIncludes(checked);
    given(inResidential, cocaine)
      .when(assessed({ 1: 'ANY' }, day(10.2)))
      .thenIncludes(checked);
    given(inResidential, cocaine)
      .when(assessed({ 1: 'EVAL' }, day(10.2)))
      .thenLacks(checked);
    // At the very moment it was asked for; not before.
    given(inResidential, cocaine)
      .when(asked('ciwa-ar', {}, day(10)))
      .thenIncludes(checked);
    given(inResidential, cocaine)
      .when(assessed({ 1: '2.7' }, day(10)))
      .thenIncludes(checked);
    given(inResidential, cocaine)
      .when(
        asked('cows', {}, day(9.9), { occurredAt: day(10.2) }),
        asked('gad-7', {}, day(10.2)),
        assessed({ 1: '2.7' }, day(9.9), { occurredAt: day(10.2) }),
      )
      .thenLacks(checked);
  });
});
