import { day, inCareAt } from '../specs/commands.ts';
import { given } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { team } from '../specs/safety.ts';
import type { StaffMember } from '../vocabulary.ts';

const inIop = inCareAt('iop');
const ada = { staffId: 'ada', role: 'coordinator' } as const;
const ben = { staffId: 'ben', role: 'nurse' } as const;
const eve = { staffId: 'eve', role: 'nurse' } as const;

describe('another care team', () => {
  it.each<[string, readonly StaffMember[]]>([
    ['one more', [ada, ben, eve]],
    ['one fewer', [ada]],
    ['another person in the same role', [ada, eve]],
    ['the same person in another role', [ada, { ...ben, role: 'prescriber' }]],
    ['nobody', []],
  ])('has %s', (_, members) => {
    given(inIop, team(day(1), ada, ben))
      .when(team(day(2), ...members))
      .thenIncludes(happened('CareTeamAssigned', { members }));
  });

  it('named by the same person at the same moment is another one', () => {
    given(inIop, team(day(1), ada, ben))
      .when(team(day(1), eve))
      .thenIncludes(happened('CareTeamAssigned', { members: [eve] }));
  });

  it('is the same in whatever order', () => {
    given(inIop, team(day(1), eve, ada, ben))
      .when(team(day(2), ben, eve, ada))
      .thenNothing();
  });
});
