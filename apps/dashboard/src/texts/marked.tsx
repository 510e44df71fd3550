import { Fragment, type ReactNode } from 'react';

/** A text of which parts stand out: what it has between `<b>` and `</b>` is drawn by `as`. */
export const Marked = ({
  text,
  as = (words) => <b>{words}</b>,
}: {
  readonly text: string;
  readonly as?: (words: string) => ReactNode;
}): ReactNode =>
  text.split(/<b>(.*?)<\/b>/).map((part, at) => <Fragment key={at}>{at % 2 === 1 ? as(part) : part}</Fragment>);
