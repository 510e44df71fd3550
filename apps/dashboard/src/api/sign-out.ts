import { NoAnswerError, ProblemError, problemOf } from './request.ts';
import { forgetUnsent } from './unsent-attendance.ts';

/**
 * Ends the session at the server, then leads on: to the provider, so that its session ends too, or to the start.
 * @throws NoAnswerError, ProblemError: then the session may still be open
 */
export async function signOut(): Promise<void> {
  const response = await fetch('/v1/sign-out', { method: 'POST' }).catch((cause: unknown) => {
    throw new NoAnswerError('The server does not answer', { cause });
  });
  // 401: it had ended already.
  if (!response.ok && response.status !== 401) throw new ProblemError(problemOf(response, await response.json()));
  forgetUnsent();
  sessionStorage.setItem(signedOutMark, 'yes');
  location.assign(response.headers.get('stepway-continue-at') ?? '/');
}

const signedOutMark = 'stepway-signed-out';

/** Whether the person has just signed out in this window. */
export const hasSignedOut = (): boolean => sessionStorage.getItem(signedOutMark) !== null;
export const forgetSignedOut = (): void => sessionStorage.removeItem(signedOutMark);
