import type { ReplayResult } from './replay.ts';
import type { Group } from './replay-groups.ts';

const titles: Readonly<Record<Group['about'], string>> = {
  'drug-test': 'Result',
  'step-up': 'More support',
  'step-down': 'Less support',
  task: 'Task',
};

/** The result for a person at a terminal: per rule, then person by person, then what it cannot tell. */
export function replayInWords(result: ReplayResult): string {
  const { programme, compared, different, notCompared, rules } = result;
  return [
    `By ${programme.id} v${programme.version}, ${different.length} of ${compared} people would have been treated otherwise.`,
    ...rules.map(
      (group) =>
        `  ${String(group.people).padStart(5)}  ${titles[group.about]}: ${group.own} → ${group.proposed}${because(group)}`,
    ),
    ...different.flatMap(({ episodeId, differences, notSaid }) => [
      episodeId,
      ...differences.map(
        ({ about, subject, own, proposed }) =>
          `  ${titles[about]}, ${subject}: ${own?.outcome ?? 'does not come up'} → ${proposed?.outcome ?? 'does not come up'}`,
      ),
      ...notSaid.map(
        ({ at, event, why }) => `  ${at.slice(0, 16).replace('T', ' ')} ${event} could not have been said: ${why}`,
      ),
    ]),
    ...notCompared.map(({ episodeId, why }) => `${episodeId} cannot be compared: ${why}`),
    ...limits(result),
  ].join('\n');
}

function because({ about, rules }: Group): string {
  const named = (list: readonly string[]): string => (list.length === 0 ? 'nothing against it' : list.join(', '));
  if (about === 'task' || (rules.own.length === 0 && rules.proposed.length === 0)) return '';
  return ` (${named(rules.own)} → ${named(rules.proposed)})`;
}

/** Said each time: who reads figures must know what they rest on. */
function limits({ notSaid, lessSure, notCompared }: ReplayResult): readonly string[] {
  return [
    'What people would have done about moves that only happen by the proposed programme, nobody knows: those stay as the rules leave them.',
    ...(notSaid === 0 ? [] : [`${notSaid} things that people said could not have been said by it.`]),
    ...(lessSure === 0
      ? []
      : [
          `${lessSure} journeys do not come to the same when they are lived again by their own version: these are less sure.`,
        ]),
    ...(notCompared.length === 0 ? [] : [`${notCompared.length} journeys could not be compared.`]),
    'No journey was touched.',
  ];
}
