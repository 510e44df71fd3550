/** "standard-four v1": a version of a programme by its code. */
export const programmeName = ({ id, version }: { readonly id: string; readonly version: number }): string =>
  `${id} v${version}`;
