import { ActionIcon, Menu, Popover, useComputedColorScheme } from '@mantine/core';
import { IconDownload, IconInfoCircle, IconTable, IconChartHistogram } from '@tabler/icons-react';
import type { ECharts } from 'echarts/core';
import { useRef, useState } from 'react';
import { t } from '../../texts/texts.ts';
import { lookOf, type ChartModel } from './chart-model.ts';
import { csv } from './csv.ts';
import { DataTable } from './data-table.tsx';
import { Drawing } from './drawing.tsx';
import { picture, saveFile } from './save.ts';
import style from './analytics.module.css';

interface ChartCardProps {
  readonly model: ChartModel;
  /** "26 weeks to 26 Nov 2026 · standard-four", for the foot of a picture. */
  readonly about: string;
}

/** A chart with its definition, the same as a table, and both to take along. */
export function ChartCard({ model, about }: ChartCardProps) {
  const [asTable, showTable] = useState(false);
  const chart = useRef<ECharts>(undefined);
  const scheme = useComputedColorScheme('light');
  const empty = model.rows.length === 0;
  const saveTable = () =>
    saveFile(
      `${model.name}.csv`,
      new Blob([csv(model.head, model.rows, t('analytics.hiddenWhy'))], { type: 'text/csv;charset=utf-8' }),
    );
  const savePicture = async () => {
    if (chart.current !== undefined)
      saveFile(`${model.name}.png`, await picture(chart.current, model, lookOf(scheme), about));
  };
  const toTable = asTable ? t('analytics.showChart') : t('analytics.showTable');

  return (
    <section className={style.card} data-wide={model.wide} aria-label={model.title}>
      <header className={style.cardHead}>
        <div>
          <h2>{model.title}</h2>
          <p>{model.line}</p>
        </div>
        <Popover width={360} position="bottom-end" withinPortal={false} trapFocus={false}>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={`${t('analytics.howDefined')}: ${model.title}`}
              title={t('analytics.howDefined')}
            >
              <IconInfoCircle size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown className={style.definition}>{model.definition}</Popover.Dropdown>
        </Popover>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`${toTable}: ${model.title}`}
          title={toTable}
          onClick={() => showTable(!asTable)}
          disabled={empty}
        >
          {asTable ? (
            <IconChartHistogram size={16} stroke={1.6} aria-hidden />
          ) : (
            <IconTable size={16} stroke={1.6} aria-hidden />
          )}
        </ActionIcon>
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={`${t('analytics.takeAlong')}: ${model.title}`}
              title={t('analytics.takeAlong')}
              disabled={empty}
            >
              <IconDownload size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={saveTable}>{t('analytics.asCsv')}</Menu.Item>
            {!asTable && <Menu.Item onClick={() => void savePicture()}>{t('analytics.asPng')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      </header>
      {empty ? (
        <p className={style.nothing}>{t('analytics.nothing')}</p>
      ) : asTable ? (
        <DataTable model={model} />
      ) : (
        <Drawing model={model} chart={chart} />
      )}
    </section>
  );
}
