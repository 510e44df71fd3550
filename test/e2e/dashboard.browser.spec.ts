import { actingSpecs } from '../browser/acting.ts';
import { behindSpecs } from '../browser/behind.ts';
import { boardSpecs } from '../browser/board.ts';
import { dayListSpecs } from '../browser/day-lists.ts';
import { journeySpecs } from '../browser/journey.ts';
import { keySpecs } from '../browser/keys.ts';
import { lookSpecs } from '../browser/looks.ts';
import { roleSpecs } from '../browser/roles.ts';
import { moveListSpecs } from '../browser/move-lists.ts';
import { pastSpecs } from '../browser/past.ts';
import { signInSpecs } from '../browser/sign-in.ts';
import { stateSpecs } from '../browser/states.ts';
import { useWorld } from '../browser/world.ts';

// One after the other on the same stack: the board fills first, and is brought into trouble last.
const world = useWorld();
boardSpecs(world);
signInSpecs(world);
roleSpecs(world);
journeySpecs(world);
keySpecs(world);
pastSpecs(world);
stateSpecs(world);
lookSpecs(world);
actingSpecs(world);
moveListSpecs(world);
dayListSpecs(world);
behindSpecs(world);
