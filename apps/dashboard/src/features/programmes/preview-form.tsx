import { ActionIcon, Button, NumberInput, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { options } from '../../texts/en/options.ts';
import type { LevelLook } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import type { Happening, TestCourse } from './course.ts';
import { codeWords } from './says/say.ts';
import style from './programmes.module.css';

type Course = Omit<TestCourse, 'siteId'>;

interface PreviewFormProps {
  readonly course: Course;
  readonly setCourse: (course: Course) => void;
  readonly looks: readonly LevelLook[];
  readonly busy: boolean;
  readonly run: () => void;
}

const kinds = ['definitive', 'presumptive', 'negative', 'missed'] as const;

/** What happens to a test patient, day by day. */
export function PreviewForm({ course, setCourse, looks, busy, run }: PreviewFormProps) {
  const set = (changes: Partial<Course>) => setCourse({ ...course, ...changes });
  const change = (key: number, changes: Partial<Happening>) =>
    set({ happenings: course.happenings.map((one) => (one.key === key ? { ...one, ...changes } : one)) });
  const last = Math.max(0, ...course.happenings.map(({ key }) => key));
  const add = () =>
    set({
      happenings: [
        ...course.happenings,
        { key: last + 1, day: (course.happenings.at(-1)?.day ?? 7) + 7, kind: 'negative', drugClass: 'cocaine' },
      ],
    });
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <div className={style.fields}>
        <Select
          size="xs"
          label={t('programmes.preview.entryLevel')}
          data={looks.map(({ id, fullTitle }) => ({ value: id, label: fullTitle }))}
          value={course.entryLevel}
          allowDeselect={false}
          onChange={(entryLevel) => entryLevel !== null && set({ entryLevel })}
        />
        <Select
          size="xs"
          label={t('programmes.preview.age')}
          data={(['adult', 'adolescent'] as const).map((value) => ({ value, label: t(`options.age.${value}`) }))}
          value={course.ageGroup}
          allowDeselect={false}
          onChange={(ageGroup) => ageGroup !== null && set({ ageGroup: ageGroup === 'adult' ? 'adult' : 'adolescent' })}
        />
        <NumberInput
          size="xs"
          label={t('programmes.preview.follow')}
          min={2}
          max={730}
          value={course.followDays}
          onChange={(days) => typeof days === 'number' && set({ followDays: Math.min(730, Math.max(2, days)) })}
        />
      </div>
      {course.happenings.map(({ key, day, kind, drugClass }) => (
        <div key={key} className={style.fields}>
          <NumberInput
            size="xs"
            label={t('programmes.preview.day')}
            min={2}
            max={729}
            value={day}
            onChange={(days) => typeof days === 'number' && change(key, { day: Math.min(729, Math.max(2, days)) })}
          />
          <Select
            size="xs"
            label={t('programmes.preview.happens')}
            data={kinds.map((value) => ({ value, label: t(`programmes.preview.kinds.${value}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(chosen) => change(key, { kind: kinds.find((one) => one === chosen) ?? kind })}
          />
          <Select
            size="xs"
            label={t('programmes.preview.drugClass')}
            data={Object.keys(options.drugClass).map((value) => ({ value, label: codeWords('drugClass', value) }))}
            value={drugClass}
            disabled={kind === 'missed'}
            allowDeselect={false}
            onChange={(chosen) => chosen !== null && change(key, { drugClass: chosen })}
          />
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('programmes.preview.remove', { day })}
            onClick={() => set({ happenings: course.happenings.filter((one) => one.key !== key) })}
          >
            <IconTrash size={15} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={style.acts}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
          onClick={add}
        >
          {t('programmes.preview.add')}
        </Button>
        <Button size="xs" type="submit" loading={busy}>
          {t('programmes.preview.run')}
        </Button>
      </div>
    </form>
  );
}
