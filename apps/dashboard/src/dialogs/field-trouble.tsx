import type { Trouble } from './rejection.ts';

/** A rejection at its field: what is so, in bold, and the way out. */
export const FieldTrouble = ({ says, way }: Pick<Trouble, 'says' | 'way'>) => (
  <span>
    <b>{says}</b> {way}
  </span>
);
