import { ProblemError } from '../http/problem.ts';

const problem = (name: string, title: string) => (): ProblemError => new ProblemError({ name, status: 409, title });

export const notNeeded = problem('EmergencyNotNeeded', 'This journey is open to you without an emergency');
export const ownEmergency = problem('OwnEmergency', 'Nobody reviews an emergency access of their own');
export const reviewedBefore = problem('ReviewedBefore', 'This emergency access was reviewed before');
