import { Button, MultiSelect, Switch, TextInput } from '@mantine/core';
import { staffRoles, type StaffView } from '@stepway/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sitesQuery, staffQuery } from '../../api/directory.ts';
import { programmesQuery } from '../../api/queries.ts';
import { isStatus, ProblemError } from '../../api/request.ts';
import { roleWords } from '../../frame/words.ts';
import { SidePanel } from '../../lists/side-panel.tsx';
import { t } from '../../texts/texts.ts';
import { changeOf, entryOf, newStaffOf, refusedIn, wrongIn } from './entry.ts';
import { NotSaved } from './not-saved.tsx';
import { addStaff, changeStaff } from './requests.ts';
import style from './staff.module.css';

interface PersonPanelProps {
  /** Left out: a new entry. */
  readonly person: StaffView | undefined;
  readonly close: () => void;
}

/** One entry of the directory, to change; or a new one. */
export function PersonPanel({ person, close }: PersonPanelProps) {
  const [entry, setEntry] = useState(() => entryOf(person));
  // What is changed is the entry as it was when the form was opened, whatever has come since.
  const [version, setVersion] = useState(person?.version);
  const [tried, setTried] = useState(false);
  const { data: sites } = useQuery(sitesQuery);
  const { data: programmes } = useQuery(programmesQuery);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: () =>
      person === undefined ? addStaff(newStaffOf(entry)) : changeStaff(person.staffId, changeOf(entry), version),
    onError: async (error) => {
      if (isStatus(error, 412)) await client.invalidateQueries({ queryKey: staffQuery.queryKey });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: staffQuery.queryKey });
      close();
    },
  });
  const { error } = saving;
  const wrong = tried ? wrongIn(entry, person === undefined) : new Set();
  const refused = error instanceof ProblemError ? refusedIn(error) : new Set();
  const set = (changes: Partial<typeof entry>) => setEntry((now) => ({ ...now, ...changes }));
  const wrongAt = (field: keyof typeof entry) =>
    wrong.has(field) || refused.has(field) ? t(`staff.wrong.${field}`) : undefined;
  const save = () => {
    setTried(true);
    if (wrongIn(entry, person === undefined).size === 0) saving.mutate();
  };
  const beginAgain = () => {
    setEntry(entryOf(person));
    setVersion(person?.version);
    saving.reset();
  };
  const title = person === undefined ? t('staff.add') : person.name;

  return (
    <SidePanel name={title} top={person?.staffId} close={close}>
      <h2 className={style.title}>{title}</h2>
      <form
        className={style.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {error !== null && refused.size === 0 && <NotSaved error={error} beginAgain={beginAgain} />}
        {person === undefined && (
          <TextInput
            label={t('staff.id')}
            description={t('staff.idWhy')}
            value={entry.staffId}
            error={wrongAt('staffId')}
            onChange={(event) => set({ staffId: event.currentTarget.value })}
            data-autofocus
          />
        )}
        <TextInput
          label={t('staff.name')}
          value={entry.name}
          error={wrongAt('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <MultiSelect
          label={t('staff.roles')}
          description={t('staff.rolesWhy')}
          data={staffRoles.map((role) => ({ value: role, label: roleWords(role) }))}
          value={entry.roles}
          error={wrongAt('roles')}
          onChange={(roles) => set({ roles })}
        />
        <MultiSelect
          label={t('staff.sites')}
          description={t('staff.sitesWhy')}
          data={[...(sites?.values() ?? [])].map(({ siteId, title: label }) => ({ value: siteId, label }))}
          value={entry.sites}
          error={wrongAt('sites')}
          onChange={(chosen) => set({ sites: chosen })}
        />
        <MultiSelect
          label={t('staff.programmes')}
          description={t('staff.programmesWhy')}
          data={[...new Map(programmes?.map(({ id, title: label }) => [id, { value: id, label }])).values()]}
          value={entry.programmes}
          error={wrongAt('programmes')}
          onChange={(chosen) => set({ programmes: chosen })}
        />
        <TextInput
          label={t('staff.subject')}
          description={t('staff.subjectWhy')}
          value={entry.subject}
          error={wrongAt('subject')}
          onChange={(event) => set({ subject: event.currentTarget.value })}
        />
        {person !== undefined && (
          <Switch
            label={t('staff.active')}
            description={t('staff.activeWhy')}
            checked={entry.active}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
        )}
        <div className={style.acts}>
          <Button variant="default" size="xs" onClick={close}>
            {t('staff.cancel')}
          </Button>
          <Button type="submit" size="xs" loading={saving.isPending}>
            {person === undefined ? t('staff.addThem') : t('staff.save')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
