import '@mantine/dates/styles.layer.css';
import { Alert, Button, Select } from '@mantine/core';
import type { OnCallView } from '@stepway/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { onCallQuery, staffQuery } from '../../api/directory.ts';
import { ProblemError } from '../../api/request.ts';
import { wallTimeOf } from '../../dialogs/form/wall-time.ts';
import { MomentField } from '../../dialogs/inputs/moment-field.tsx';
import type { SiteTime } from '../../marks/time.ts';
import { problemWords } from '../../texts/problem-words.ts';
import { t } from '../../texts/texts.ts';
import { NamedList } from './named-list.tsx';
import { candidates, sameOrder, wrongUntil } from './orders.ts';
import { setOnCall } from './requests.ts';
import style from './on-call.module.css';

interface OrderFormProps {
  readonly order: OnCallView;
  readonly time: SiteTime;
  readonly now: number;
  readonly close: () => void;
}

/** Who is called from now on, in order, and until when. What somebody else sets meanwhile is said, nothing is taken away. */
export function OrderForm({ order, time, now, close }: OrderFormProps) {
  const wall = wallTimeOf(time.timeZone);
  const [began] = useState(order);
  const [staffIds, name] = useState<readonly string[]>(order.staffIds);
  const [until, setUntil] = useState(order.until === null ? '' : wall.toWall(order.until));
  const [tried, setTried] = useState(false);
  const { data: staff } = useQuery(staffQuery);
  const client = useQueryClient();
  const ends = until === '' || until === 'T' ? undefined : wall.toInstant(until);
  const wrong = staffIds.length === 0 ? undefined : wrongUntil(until, ends ?? '', now);
  const setting = useMutation({
    mutationFn: () =>
      setOnCall({ ...order, staffIds: [...staffIds], until: staffIds.length === 0 ? null : (ends ?? null) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: onCallQuery.queryKey });
      close();
    },
  });
  const { error } = setting;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong === undefined) setting.mutate();
  };
  const more = candidates(staff?.values() ?? [], order, staffIds);
  return (
    <form className={style.form} noValidate onSubmit={submit}>
      {error !== null && (
        <Alert color="gray" variant="outline" role="alert" className={style.refused}>
          {error instanceof ProblemError ? problemWords(error.problem) : t('states.noAnswer')} {t('onCall.kept')}
        </Alert>
      )}
      {!sameOrder(began, order) && (
        <p role="status" className={style.meanwhile}>
          {t('onCall.meanwhile')}
        </p>
      )}
      <NamedList staffIds={staffIds} change={name} />
      <Select
        size="sm"
        label={t('onCall.add')}
        description={t('onCall.addWhy')}
        placeholder={t(more.length === 0 ? 'onCall.nobodyElse' : 'onCall.choose')}
        data={more.map((person) => ({ value: person.staffId, label: person.name }))}
        value={null}
        onChange={(staffId) => staffId !== null && name([...staffIds, staffId])}
        searchable={more.length > 9}
      />
      {staffIds.length > 0 && (
        <MomentField
          label={t('onCall.until')}
          required={false}
          value={until}
          change={setUntil}
          error={tried && wrong !== undefined ? t(`onCall.wrong.${wrong}`) : undefined}
          time={time}
          now={now}
          ahead={[1, 7]}
        />
      )}
      {staffIds.length > 0 && <p className={style.hint}>{t('onCall.untilWhy')}</p>}
      <div className={style.acts}>
        <Button variant="default" size="xs" onClick={close}>
          {t('onCall.cancel')}
        </Button>
        <Button type="submit" size="xs" loading={setting.isPending}>
          {t('onCall.set')}
        </Button>
      </div>
    </form>
  );
}
