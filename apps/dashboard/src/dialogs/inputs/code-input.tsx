import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { t } from '../../texts/texts.ts';
import { useActing, useInput } from '../acting.ts';
import { useSiteTitle } from '../../api/directory.ts';
import { groupsQuery } from '../../api/roster.ts';
import { groupsFor } from '../groups.ts';
import { formularyQuery } from '../formulary.ts';
import { helpOf, labelOf, optionsOf } from '../words.ts';
import type { FieldProps } from './field-props.ts';
import { Label } from './label.tsx';
import { clearing } from './clearing.ts';

/** What codes may be given depends on what they name: levels, medications, programmes, sites, groups of a site. */
export function CodeInput(props: FieldProps) {
  const { command, levels, programmes, siteIds } = useActing();
  const siteTitle = useSiteTitle();
  const { name } = props;
  if (levelFields.includes(name))
    return <CodeSelect {...props} data={levels.map(({ id, fullTitle }) => ({ value: id, label: fullTitle }))} />;
  if (name === 'programme')
    return <CodeSelect {...props} data={programmes.map(({ id, title }) => ({ value: id, label: title }))} />;
  if (name === 'siteId')
    return <CodeSelect {...props} data={siteIds.map((id) => ({ value: id, label: siteTitle(id) }))} />;
  if (name === 'groupId') return <SiteGroupSelect {...props} />;
  if (name === 'medication') return <MedicationSelect {...props} />;
  if (name === 'referralSource') return <CodeSelect {...props} data={optionsOf(referralSources)} />;
  return <TypedCode {...props} label={labelOf(command, name)} />;
}

const levelFields = ['level', 'to', 'entryLevel', 'preferredLevel', 'actualLevel'];
/** Where people come from, as TEDS asks. */
const referralSources = ['individual', 'treatment', 'health-care', 'school', 'employer', 'community', 'court'];

interface CodeSelectProps extends FieldProps {
  readonly data: readonly { readonly value: string; readonly label: string }[];
}

function CodeSelect({ name, path, required, data }: CodeSelectProps) {
  const { command } = useActing();
  const { value, change, error } = useInput<string>(path);
  return (
    <Select
      label={<Label words={labelOf(command, name)} required={required} />}
      data={data}
      value={value === '' ? null : value}
      onChange={(next) => change(next ?? '')}
      placeholder={t(required ? 'dialogs.choose' : 'dialogs.notSaid')}
      searchable={data.length > 9}
      {...clearing(!required)}
      allowDeselect={false}
      error={error}
    />
  );
}

/** The formulary of the journey's programme, and what is none of it. */
function MedicationSelect(props: FieldProps) {
  const { journey } = useActing();
  const { data = [] } = useQuery(formularyQuery(journey?.programme));
  return <CodeSelect {...props} data={[...data, { value: 'other', label: t('dialogs.anotherMedication') }]} />;
}

/** The groups that the person's site has for their level; the group of another age is left out. */
function SiteGroupSelect(props: FieldProps) {
  const { journey } = useActing();
  const { data: groups = [] } = useQuery(groupsQuery);
  return <CodeSelect {...props} data={groupsFor(journey, groups)} />;
}

function TypedCode({ name, path, required, label }: FieldProps & { readonly label: string }) {
  const { value, change, error } = useInput<string>(path);
  return (
    <TextInput
      label={<Label words={label} required={required} />}
      description={helpOf(name)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      error={error}
      autoComplete="off"
    />
  );
}
