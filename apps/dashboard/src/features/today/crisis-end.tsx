import type { WorklistItem } from '@stepway/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { kebab } from '../../api/commands.ts';
import { useSession } from '../../frame/session.tsx';
import { nameOf } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';

interface CrisisEndProps {
  readonly item: WorklistItem;
  /** Acknowledged, and at the present moment. */
  readonly mayAct: boolean;
}

/** What comes after acknowledging: saying that it is over and what was done, else the person's page. */
export function CrisisEnd({ item, mayAct }: CrisisEndProps) {
  const { may } = useSession();
  const { episodeId, subject } = item;
  if (!mayAct || !may.send.includes('ResolveCrisis'))
    return (
      <Button
        variant="default"
        size="xs"
        renderRoot={(drawn) => <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId }} {...drawn} />}
      >
        {t('today.acts.openJourney')}
      </Button>
    );
  const opens = { do: kebab('ResolveCrisis'), of: episodeId, about: subject };
  return (
    <Button
      variant="default"
      size="xs"
      renderRoot={(drawn) => <Link to="." search={(now: object) => ({ ...now, ...opens })} {...drawn} />}
    >
      {t('today.ends.ResolveCrisis')}
      <span className="unseen">: {nameOf(item)}</span>
    </Button>
  );
}
