import type { EpisodeView, EventView } from '@stepway/contracts';
import { useForm } from '@mantine/form';
import { useMemo, useState } from 'react';
import { useStaffName } from '../api/directory.ts';
import { serverNow } from '../api/request.ts';
import { useLevels } from '../api/use-levels.ts';
import { useSession, useSiteTime } from '../frame/session.tsx';
import { inSentence, unknownLevel } from '../marks/levels.ts';
import { tellingOf } from '../features/journey/telling.ts';
import { tell } from '../features/journey/told-event.ts';
import type { Acting, Form } from './acting.ts';
import { actOf } from './catalogue.ts';
import { fieldsOf } from './form/fields.ts';
import { wallTimeOf } from './form/wall-time.ts';
import type { Values } from './form/values.ts';
import { startValues } from './start-values.ts';
import { subjectWords } from './subject-words.ts';
import { subjectsOf } from './subjects.ts';
import type { OpenDialog } from './use-dialog.ts';

/** All that an open dialog works with; its moment stays the one at which it was opened. */
export function useActingFor(
  { command, about }: OpenDialog,
  journey: EpisodeView | undefined,
  events: readonly EventView[],
): { readonly acting: Acting; readonly tell: (event: EventView) => string } {
  // By the clocks of the person's site, wherever who records it sits.
  const time = useSiteTime(journey?.siteId);
  const { deployment, actor } = useSession();
  const book = useLevels();
  // The newest version of each: an episode opens on it.
  const { programmes } = book;
  const staffName = useStaffName();
  const [now] = useState(serverNow);
  const wall = useMemo(() => wallTimeOf(time.timeZone), [time]);
  const fields = useMemo(() => fieldsOf(command), [command]);
  const act = actOf(command);
  const level = (id: string) => (journey === undefined ? unknownLevel(id) : book.level(journey.programme, id));
  const telling = useMemo(() => {
    const levelInSentence = (id: string) =>
      inSentence(journey === undefined ? id : book.level(journey.programme, id).title);
    return tellingOf(events, { now, time, levelInSentence, programmeTitle: book.titleOf, staffName });
  }, [events, now, time, book, journey, staffName]);
  const tellOne = (event: EventView) => tell(event, telling(event));
  const words = subjectWords({ events, time, now, level, tell: tellOne });
  const subjects = (field: string) =>
    journey === undefined ? undefined : subjectsOf(command, field, { journey, events, words, about });

  const form: Form = useForm<Values>({
    initialValues: startValues({
      command,
      act,
      fields,
      about,
      journey,
      subjects,
      wall,
      now,
      actor,
      deployment,
      programmes,
    }),
  });
  const programme = form.values['programme'];
  const levels =
    journey !== undefined
      ? book.levelsOf(journey.programme)
      : typeof programme === 'string'
        ? book.levelsOf({ id: programme })
        : [];
  const acting: Acting = {
    command,
    act,
    fields,
    form,
    wall,
    time,
    now,
    journey,
    events,
    programmes,
    levels,
    level,
    siteIds: deployment.siteIds,
    subjects,
  };
  return { acting, tell: tellOne };
}
