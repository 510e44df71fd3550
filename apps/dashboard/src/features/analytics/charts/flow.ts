import type { Transitions } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { levelStepOf, levelTitle, number, percent, shareOf, type ChartModel, type Levels } from '../chart-model.ts';
import { reasonWords } from './endings.ts';

type Flow = Transitions['flows'][number];

export function flowChart({ flows, admitted }: Transitions, levels: Levels): ChartModel {
  const second = flows.filter(({ step }) => step === 1);
  const wentOn = second
    .filter(({ kind }) => kind !== 'end' && kind !== 'hidden')
    .reduce((sum, { count }) => sum + count, 0);
  // Of other ways it is not known whether they went on.
  const known = !flows.some(({ kind, step }) => kind === 'hidden' && step <= 1);
  const all = second.reduce((sum, { count }) => sum + count, 0);
  const share = known ? shareOf(wentOn, all) : null;
  const title =
    share !== null
      ? t('analytics.flow.title', { share: percent(share) })
      : admitted === null || admitted === 0
        ? t('analytics.flow.plain')
        : t('analytics.flow.admittedTitle', { people: number(admitted) });
  const nodeOf = (flow: Flow): string =>
    `${flow.step}|${flow.kind === 'end' || flow.kind === 'hidden' ? flow.kind : 'level'}|${flow.to}`;
  const sourceOf = (flow: Flow): string => (flow.from === null ? 'start' : `${flow.step - 1}|level|${flow.from}`);
  const nodes = new Map<string, { readonly flow: Flow; count: number }>();
  for (const flow of flows) {
    const node = nodes.get(nodeOf(flow)) ?? { flow, count: 0 };
    nodes.set(nodeOf(flow), { ...node, count: node.count + flow.count });
  }
  return {
    name: 'flow',
    title,
    line: t('analytics.flow.line'),
    definition: t('analytics.flow.definition'),
    head: [
      t('analytics.flow.stay'),
      t('analytics.flow.from'),
      t('analytics.flow.to'),
      t('analytics.flow.how'),
      t('analytics.people'),
    ],
    rows: flows.map((flow) => [
      flow.step,
      flow.from === null ? t('analytics.flow.admission') : levelTitle(levels, flow.from),
      placeWords(levels, flow),
      t(`analytics.kinds.${flow.kind}`),
      flow.count,
    ]),
    height: 420,
    wide: true,
    option: (look) => ({
      ...look.base,
      tooltip: { ...look.base.tooltip, trigger: 'item' },
      series: [
        {
          type: 'sankey',
          left: 4,
          right: 170,
          top: 8,
          bottom: 8,
          nodeWidth: 9,
          nodeGap: 14,
          nodeAlign: 'left',
          draggable: false,
          layoutIterations: 64,
          emphasis: { focus: 'adjacency' },
          label: { ...look.label, formatter: ({ data }: { readonly data: { readonly words: string } }) => data.words },
          data: [
            {
              name: 'start',
              depth: 0,
              words:
                admitted === null
                  ? t('analytics.flow.admitted')
                  : `${t('analytics.flow.admitted')} ${number(admitted)}`,
              itemStyle: { color: look.tokens.text3 },
            },
            ...[...nodes].map(([name, { flow, count }]) => ({
              name,
              depth: flow.step + 1,
              words: `${placeWords(levels, flow)} ${number(count)}`,
              itemStyle: {
                color:
                  flow.kind === 'end' || flow.kind === 'hidden'
                    ? look.tokens.text3
                    : look.level(levelStepOf(levels, flow.to)),
              },
            })),
          ],
          links: flows.map((flow) => ({
            source: sourceOf(flow),
            target: nodeOf(flow),
            value: flow.count,
            // More support is the darker way.
            lineStyle: {
              color: flow.kind === 'step-up' ? look.tokens.text : look.tokens.control,
              opacity: flow.kind === 'step-up' ? 0.55 : 0.2,
              curveness: 0.5,
            },
          })),
        },
      ],
    }),
  };
}

/** What a place in the picture is called. */
function placeWords(levels: Levels, { kind, to }: Pick<Flow, 'kind' | 'to'>): string {
  if (kind === 'hidden') return t('analytics.flow.small');
  if (kind !== 'end') return levelTitle(levels, to);
  return reasonWords(to);
}
