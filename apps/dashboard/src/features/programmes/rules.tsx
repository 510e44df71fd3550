import type { Programme } from './programme.ts';
import { useMemo } from 'react';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { LevelMark } from '../../marks/level-mark.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { Ladder } from './ladder.tsx';
import style from './programmes.module.css';
import { sectionsOf } from './says/sections.ts';

/** The ladder, and under it what the file says, sentence by sentence. */
export function Rules({ programme, looks }: { readonly programme: Programme; readonly looks: readonly LevelLook[] }) {
  const sections = useMemo(() => sectionsOf(programme), [programme]);
  return (
    <>
      <Ladder programme={programme} looks={looks} />
      <div className={style.sections}>
        {sections.map(({ id, title, level, statements }) => {
          const look = looks.find((one) => one.id === level);
          return (
            <Panel key={id} title={title} mark={look && <LevelMark level={look} />} detail={look?.asam}>
              <PanelBody>
                <ul className={style.says}>
                  {statements
                    .filter(({ id: each }) => !each.endsWith(' title'))
                    .map(({ id: each, words }) => (
                      <li key={each}>{words}</li>
                    ))}
                </ul>
              </PanelBody>
            </Panel>
          );
        })}
      </div>
    </>
  );
}
