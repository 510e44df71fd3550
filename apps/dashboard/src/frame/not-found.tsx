import { Button } from '@mantine/core';
import { IconLock, IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { StatePanel } from './states.tsx';

const toBoard = (
  <Button component={Link} to="/board" size="xs" variant="default">
    To the board
  </Button>
);

export function NotFound() {
  return (
    <StatePanel icon={IconMapQuestion} title="There is no such screen" action={toBoard}>
      The address may be mistyped, or belong to a screen that this version does not have.
    </StatePanel>
  );
}

/** The same words for "not there" and "may not see". */
export function NotYours() {
  return (
    <StatePanel icon={IconLock} title="Not found, or not yours to see" action={toBoard}>
      This journey does not exist, or it belongs to a site or care team that you are not part of.
    </StatePanel>
  );
}
