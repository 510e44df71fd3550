import { Progress } from '@mantine/core';
import type { SystemView } from '@stepway/contracts';
import { percentOf } from '../../api/being-filled.ts';
import { figure } from '../../texts/in-language.ts';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { t } from '../../texts/texts.ts';
import style from './system.module.css';

type FillingModel = SystemView['filling'][number];

/** What an upgrade brought and what is not yet answered from; there is nothing to do but to wait. */
export function Filling({ system: { filling } }: { readonly system: SystemView }) {
  if (filling.length === 0) return null;
  return (
    <Panel title={t('system.filling.title')} detail={t('system.filling.why')}>
      <PanelBody>
        <ul className={style.filling}>
          {filling.map((one) => (
            <li key={one.model} data-trouble={one.trouble !== null || undefined}>
              <b>{one.model}</b>
              <Progress size="sm" value={percentOf(one)} aria-label={one.model} />
              <span className="figure">{howFar(one)}</span>
            </li>
          ))}
        </ul>
      </PanelBody>
    </Panel>
  );
}

function howFar({ journeys, of, movedAt, trouble }: FillingModel): string {
  if (trouble !== null) return t('system.filling.trouble', { code: trouble });
  if (movedAt === null) return t('system.filling.waits');
  if (of === 0) return t('system.filling.soon');
  return `${figure(percentOf({ journeys, of }))}\u00a0% · ${t('system.filling.filled', { journeys, of })}`;
}
