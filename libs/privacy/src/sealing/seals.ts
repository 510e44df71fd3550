import type { Command, Sealed } from '@stepway/pathway';
import { fingerprintOf, kidOf, openText, sealText, type SealContext } from './cipher.ts';
import { replaceSealed, sealedTexts, type Opened } from './open-data.ts';
import type { PatientKeys } from './patient-keys.ts';
import { sealCommand } from './seal-command.ts';

/** Data that stands in the log or came from it, with what its seals are bound to. */
export interface SealedData {
  readonly episodeId: string;
  readonly commandId: string;
  readonly data: unknown;
}

/** Free text under the key of its patient. */
export interface Seals {
  seal(patientId: string, text: string, context: SealContext): Promise<Sealed>;
  /**
   * The command with its free text sealed for this patient, bound to the episode and the command id.
   * @throws NoPatientKey if the patient is unknown or erased
   */
  sealCommand(command: Command<string>, owner: { patientId: string; episodeId: string }): Promise<Command>;
  /**
   * The data of events with their free text in words (null where the key was erased), in the same order.
   * Only for those who may read it, and only together with an audit record.
   * @throws SealBroken
   */
  openData(many: readonly SealedData[]): Promise<readonly unknown[]>;
}

export function createSeals(keys: PatientKeys): Seals {
  return {
    seal: async (patientId, text, context) => {
      const { kid, key } = await keys.of(patientId);
      return sealText(kid, key, text, context);
    },
    sealCommand: async (command, { patientId, episodeId }) => {
      const { kid, key } = await keys.of(patientId);
      const { commandId } = command;
      return sealCommand(
        command,
        (text, field) => sealText(kid, key, text, { owner: episodeId, commandId, field }),
        (...parts) => fingerprintOf(key, episodeId, parts),
      );
    },
    openData: async (many) => {
      const kids = many.flatMap(({ data }) => sealedTexts(data).map(({ sealed }) => kidOf(sealed)));
      const found = await keys.byKid([...new Set(kids)]);
      return many.map(({ episodeId, commandId, data }) =>
        replaceSealed(data, (sealed, field): Opened => {
          const patientKey = found.get(kidOf(sealed));
          return patientKey === undefined
            ? null
            : openText(patientKey.key, sealed, { owner: episodeId, commandId, field });
        }),
      );
    },
  };
}
