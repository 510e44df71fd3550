import { plusHours, type CareEvent } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from '../simulated/plan.ts';

/** What the person says when a move is proposed or begun, and somebody asks. */
export function answersOfPerson(person: string) {
  return (event: CareEvent): readonly Plan[] => {
    if (event.type !== 'TaskOpened' || event.data.kind !== 'ask-patient-decision') return [];
    const { subject: transitionId } = event.data;
    const draw = chance('decides', person, transitionId);
    const at = plusHours(event.recordedAt, draw.int(1, 20));
    return [
      {
        at,
        key: `decides.${transitionId}`,
        actor: simulatedActor('therapist'),
        wish: {
          type: 'RecordPatientDecision',
          fields: { transitionId, decision: draw.happens(86) ? 'agrees' : 'declines', at },
        },
      },
    ];
  };
}
