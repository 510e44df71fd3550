import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { kebab, type CommandName } from '../api/commands.ts';
import { commandOf } from './catalogue.ts';

export interface OpenDialog {
  readonly command: CommandName;
  /** Missing where an episode is only opened. */
  readonly episodeId: string | undefined;
  readonly about: string | undefined;
}

/** The dialog that the address opens: `do`, for the journey of the page or of `of`, about `about`. */
export function useOpenDialog(): OpenDialog | undefined {
  const search = useSearch({ strict: false });
  const { episodeId } = useParams({ strict: false });
  const command = search.do === undefined ? undefined : commandOf(search.do);
  const journey = search.of ?? episodeId;
  if (command === undefined || (journey === undefined && command !== 'OpenEpisode')) return undefined;
  return { command, episodeId: command === 'OpenEpisode' ? undefined : journey, about: search.about };
}

/** Opens and closes dialogs by the address: Back closes what was opened. */
export function useDialogs() {
  const navigate = useNavigate();
  const open = useCallback(
    (command: CommandName, { episodeId, about }: { readonly episodeId?: string; readonly about?: string } = {}) =>
      void navigate({ to: '.', search: (now) => ({ ...now, do: kebab(command), of: episodeId, about }) }),
    [navigate],
  );
  const close = useCallback(
    () =>
      void navigate({
        to: '.',
        replace: true,
        search: (now) => ({ ...now, do: undefined, of: undefined, about: undefined }),
      }),
    [navigate],
  );
  return { open, close };
}
