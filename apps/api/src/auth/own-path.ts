/** Where somebody is led after signing in: a page of ours, never another's address. What is none of ours is the start. */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2_000 || !/^\/(?![/\\])/.test(wanted)) return '/';
  const nowhere = 'http://own.invalid';
  if (!URL.canParse(wanted, nowhere)) return '/';
  const { origin, pathname, search } = new URL(wanted, nowhere);
  const isPage = origin === nowhere && !pathname.startsWith('//') && !/^\/(v1|sign-in|health)(\/|$)/.test(pathname);
  return isPage ? pathname + search : '/';
}
