import { Button, Input, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { NewPatient, type PatientView, Uuid } from '@stepway/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { z } from 'zod';
import { post } from '../../api/request.ts';
import { typedDay } from '../form/typed-day.ts';
import { calendar } from '../../frame/calendar.ts';
import { language, t } from '../../texts/texts.ts';
import { useActing } from '../acting.ts';
import { faultsIn } from '../form/faults.ts';
import { troubleOf } from '../rejection.ts';
import { optionsOf } from '../words.ts';
import style from './layouts.module.css';
import { clearing } from '../inputs/clearing.ts';

const Created = z.object({ patientId: Uuid });
const sexes = ['female', 'male', 'other', 'unknown'];

interface NewPersonProps {
  readonly added: (person: z.output<typeof PatientView>) => void;
  readonly back: () => void;
}

/** A person who has no record yet. Identity is kept apart from care, sealed. */
export function NewPerson({ added, back }: NewPersonProps) {
  const { now, time, level } = useActing();
  const [key] = useState(() => crypto.randomUUID());
  const [trouble, setTrouble] = useState<string>();
  const form = useForm({ initialValues: { name: { given: '', family: '' }, birthDate: '', sex: '', mrn: '' } });
  const { mutate, isPending } = useMutation({
    mutationFn: async (person: NewPatient) => ({
      person,
      created: await post('/v1/patients', person, Created, { 'idempotency-key': key }),
    }),
    onSuccess: ({ person: { name, birthDate }, created }) => added({ ...created, name, birthDate }),
    onError: (error) => {
      const moment = (at: string) => time.moment(at, now);
      const [first] = troubleOf(error, { now, moment, level: (id) => level(id).title });
      setTrouble(first?.says);
    },
  });
  const add = () => {
    const { sex, mrn, ...rest } = form.values;
    const parsed = NewPatient.safeParse({ ...rest, ...(sex && { sex }), ...(mrn && { mrn }) });
    setTrouble(undefined);
    if (parsed.success) mutate(parsed.data);
    else form.setErrors(faultsIn(parsed.error.issues));
  };
  const fields = useRef<HTMLFieldSetElement>(null);
  useEnter(fields, () => {
    if (!isPending) add();
  });
  return (
    <fieldset ref={fields} className={style.newPerson}>
      <legend>{t('dialogs.referral.addPerson')}</legend>
      <TextInput
        label={t('dialogs.referral.given')}
        {...form.getInputProps('name.given')}
        autoComplete="off"
        data-autofocus
      />
      <TextInput label={t('dialogs.referral.family')} {...form.getInputProps('name.family')} autoComplete="off" />
      <DateInput
        label={t('dialogs.referral.birthDate')}
        value={form.values.birthDate === '' ? null : form.values.birthDate}
        onChange={(next) => form.setFieldValue('birthDate', next ?? '')}
        error={form.errors['birthDate']}
        dateParser={(typed) => typedDay(typed, new Date(now).toISOString(), language())}
        valueFormat="D MMM YYYY"
        {...calendar()}
        maxDate={new Date(now)}
        popoverProps={{ withinPortal: true, zIndex: 400 }}
      />
      <Select
        label={t('dialogs.referral.sex')}
        data={optionsOf(sexes)}
        value={form.values.sex === '' ? null : form.values.sex}
        onChange={(next) => form.setFieldValue('sex', next ?? '')}
        placeholder={t('dialogs.notSaid')}
        {...clearing(true)}
      />
      <TextInput label={t('dialogs.referral.mrn')} {...form.getInputProps('mrn')} autoComplete="off" />
      <p className={style.hint}>{t('dialogs.referral.identityKept')}</p>
      {trouble !== undefined && <Input.Error>{trouble}</Input.Error>}
      <div className={style.newPersonActs}>
        <Button size="compact-sm" variant="default" onClick={back}>
          {t('dialogs.back')}
        </Button>
        <Button size="compact-sm" variant="default" loading={isPending} onClick={add}>
          {t('dialogs.referral.add')}
        </Button>
      </div>
    </fieldset>
  );
}

/**
 * Enter in these fields, also with Ctrl, does not send the form around them, which has nobody yet: it adds the person. In
 * a list and a calendar Enter alone chooses.
 */
function useEnter(fields: RefObject<HTMLElement | null>, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    const sends = event.ctrlKey || event.metaKey;
    event.preventDefault();
    // The form listens for these further out.
    if (sends) event.stopPropagation();
    if (!event.isComposing && (sends || !target.hasAttribute('aria-haspopup'))) act();
  });
  useEffect(() => {
    const element = fields.current;
    const listener = (event: KeyboardEvent) => press(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [fields]);
}
