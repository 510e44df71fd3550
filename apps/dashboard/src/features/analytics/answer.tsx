import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { QueryAnswer } from '@stepway/contracts';
import { AfterAMoment, Failure } from '../../frame/states.tsx';
import { t } from '../../texts/texts.ts';
import type { ChartModel, Levels } from './chart-model.ts';
import { ChartCard } from './chart-card.tsx';
import type { AnalyticsFilters } from './filters.ts';
import { analyticsQuery, type AnalyticsName } from './get-analytics.ts';
import style from './analytics.module.css';

interface AnswerProps<Name extends AnalyticsName> {
  readonly name: Name;
  readonly charts: (answer: QueryAnswer<Name>, levels: Levels) => readonly ChartModel[];
  readonly filters: AnalyticsFilters;
  readonly levels: Levels;
  readonly about: string;
}

/** One question: loading in the geometry of a chart, failed, or its charts. */
export function Answer<Name extends AnalyticsName>({ name, charts, filters, levels, about }: AnswerProps<Name>) {
  const { data, error, refetch } = useQuery(analyticsQuery(name, filters));
  const models = useMemo(
    () => (data === undefined || levels.length === 0 ? undefined : charts(data, levels)),
    [data, levels, charts],
  );
  if (models !== undefined) return models.map((model) => <ChartCard key={model.name} model={model} about={about} />);
  return (
    <div className={style.card} data-wide>
      {error === null ? (
        <AfterAMoment>
          <div role="status" aria-label={t('analytics.loading')}>
            <Skeleton height={16} width="40%" mt={4} mb={10} />
            <Skeleton height={12} width="62%" mb={20} />
            <Skeleton height={260} />
          </div>
        </AfterAMoment>
      ) : (
        <Failure what={t('analytics.what')} error={error} retry={() => void refetch()} />
      )}
    </div>
  );
}
