import type { EpisodeView } from '@stepway/contracts';
import { useKeys } from '../frame/keys.ts';
import { useSession } from '../frame/session.tsx';
import type { CommandName } from '../api/commands.ts';
import { recordKeys } from './catalogue.ts';
import { useDialogs } from './use-dialog.ts';

type ForKeys = Pick<EpisodeView, 'episodeId'> & { readonly transition?: EpisodeView['transition'] };

/** What R H opens: the arrival once there is an appointment, before that the appointment. */
export const handOffCommand = (transition: EpisodeView['transition'] | undefined): CommandName =>
  transition?.appointmentAt === undefined ? 'ScheduleHandOff' : 'CompleteHandOff';

/** R, then S H O P L: acts for the journey that is shown, or for the row that is chosen. */
export function useActKeys(journey: ForKeys | undefined): void {
  const { open } = useDialogs();
  const { send } = useSession().may;
  const act = (command: CommandName) => () => {
    const meant = command === 'ScheduleHandOff' ? handOffCommand(journey?.transition) : command;
    if (journey !== undefined && send.includes(meant)) open(meant, { episodeId: journey.episodeId });
  };
  useKeys(
    'acts',
    Object.fromEntries(Object.entries(recordKeys).map(([key, command]) => [`r ${key}`, act(command)])),
    journey !== undefined,
  );
}
