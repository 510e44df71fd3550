import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { capacityQuery } from '../../api/queries.ts';
import { LevelMark } from '../../marks/level-mark.tsx';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import type { FieldProps } from '../inputs/field-props.ts';
import { labelOf } from '../words.ts';
import { directionOf } from './direction.ts';
import style from './layouts.module.css';

/** Every other level, the most support first: what it means from here, and how many places are free there. */
export function NewLevel({ path, name }: FieldProps) {
  const { command, levels, journey } = useActing();
  const { value, change, error } = useInput<string>(path);
  const { data: capacity = [] } = useQuery(capacityQuery);
  const here = levels.find(({ id }) => id === journey?.level);
  return (
    <Radio.Group
      label={labelOf(command, name)}
      value={value}
      onChange={change}
      error={error}
      classNames={{ root: style.cards ?? '' }}
    >
      {levels
        .filter(({ id }) => id !== journey?.level)
        .map((level) => {
          const places = capacity.find(
            (row) => row.level === level.id && row.siteId === journey?.siteId && row.programme === journey.programme.id,
          );
          return (
            <Radio.Card key={level.id} value={level.id} className={style.card} aria-label={level.fullTitle}>
              <Radio.Indicator size="xs" />
              <LevelMark level={level} />
              <b>{level.title}</b>
              <span className={style.hint}>{t(`dialogs.support.${directionOf(here, level)}`)}</span>
              {places !== undefined && places.places !== null && places.free !== null && (
                <span className={`${style.places} figure`}>
                  {t(places.free > 0 ? 'dialogs.support.free' : 'dialogs.support.full', {
                    free: places.free,
                    places: places.places,
                  })}
                </span>
              )}
            </Radio.Card>
          );
        })}
    </Radio.Group>
  );
}
