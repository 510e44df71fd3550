import type { EpisodeView, EventView, ProgrammeView } from '@stepway/contracts';
import type { UseFormReturnType } from '@mantine/form';
import { createContext, use } from 'react';
import type { z } from 'zod';
import type { CommandName } from '../api/commands.ts';
import type { SiteTime } from '../marks/time.ts';
import type { LevelLook } from '../marks/levels.ts';
import type { Act } from './catalogue.ts';
import type { NamedField } from './form/fields.ts';
import type { Path, Values, WallTime } from './form/values.ts';
import type { Subject } from './subjects.ts';

export type Form = UseFormReturnType<Values>;

/** What an open dialog knows: its command, its form, and the journey it is for. */
export interface Acting {
  readonly command: CommandName;
  readonly act: Act;
  readonly fields: readonly NamedField[];
  readonly form: Form;
  readonly wall: WallTime;
  readonly time: SiteTime;
  readonly now: number;
  /** Missing where a journey is only opened. */
  readonly journey: EpisodeView | undefined;
  readonly events: readonly EventView[];
  readonly programmes: readonly z.output<typeof ProgrammeView>[];
  /** The levels that may be named, the most support first. */
  readonly levels: readonly LevelLook[];
  readonly level: (id: string) => LevelLook;
  readonly siteIds: readonly string[];
  /** Things of the journey that a field may name; undefined where it names something new. */
  readonly subjects: (field: string) => readonly Subject[] | undefined;
}

export const ActingContext = createContext<Acting | undefined>(undefined);

export function useActing(): Acting {
  const acting = use(ActingContext);
  if (acting === undefined) throw new Error('useActing outside of a dialog');
  return acting;
}

/** The value, the change and the fault of an input, by its path. */
export function useInput<Value>(path: Path): {
  readonly value: Value;
  readonly change: (value: Value) => void;
  readonly error: React.ReactNode;
} {
  const { form } = useActing();
  const { value } = form.getInputProps(path) as { readonly value: Value };
  return {
    value,
    change: (next) => {
      form.setFieldValue(path, next);
      form.clearFieldError(path);
    },
    error: form.errors[path],
  };
}
