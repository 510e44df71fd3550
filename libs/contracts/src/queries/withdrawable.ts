import { isFact, type EventType } from '@stepway/pathway';
import { eventData } from '../events/events.ts';

const isKnown = (type: string): type is EventType => Object.hasOwn(eventData, type);

/** Whether an event of this type is a fact that `WithdrawFact` may take back; what was decided is answered otherwise. */
export const mayBeWithdrawn = (type: string): boolean => isKnown(type) && isFact(type);
