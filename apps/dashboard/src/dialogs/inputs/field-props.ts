import type { ComponentType } from 'react';
import type { NamedField } from '../form/fields.ts';

/** A field, and the path at which its value stands. */
export interface FieldProps extends NamedField {
  readonly path: string;
}

/** The input of any field: given to those that hold other fields. */
export type AnyInput = ComponentType<FieldProps>;
