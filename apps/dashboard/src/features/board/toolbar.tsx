import { boardFlags } from '@stepway/contracts';
import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLayoutColumns, IconSearch, IconTable } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useKeys } from '../../frame/keys.ts';
import type { LevelLook } from '../../marks/levels.ts';
import { Marked } from '../../texts/marked.tsx';
import { t } from '../../texts/texts.ts';
import { sorts, type BoardFilters } from './filters.ts';
import style from './toolbar.module.css';
import { reasonWords, sortWords, views } from './words.ts';

interface ToolbarProps {
  readonly filters: BoardFilters;
  readonly levels: readonly LevelLook[];
  readonly programmes: readonly { readonly id: string; readonly title: string }[];
  readonly programme: string | undefined;
  readonly counts: readonly number[];
  readonly name: string;
  readonly setName: (name: string) => void;
}

/** Saved views with counts, filters as words, order, and the switch between columns and table. */
export function Toolbar({ filters, levels, programmes, programme, counts, name, setName }: ToolbarProps) {
  const navigate = useNavigate({ from: '/board' });
  const search = useRef<HTMLInputElement>(null);
  const choose = (changes: Partial<BoardFilters>) =>
    void navigate({ to: '/board', search: (now) => ({ ...now, ...changes }), replace: true });
  useKeys({
    f: (event) => {
      event.preventDefault();
      search.current?.focus();
    },
  });
  const discharged = filters.status === 'discharged';

  return (
    <div className={style.toolbar}>
      <nav className={style.views} aria-label={t('board.views.title')}>
        {views.map((view, at) => (
          <ViewLink
            key={view.id}
            words={t(`board.views.${view.id}`)}
            changes={{ flag: view.flag, status: undefined }}
            chosen={!discharged && filters.flag === view.flag}
            count={discharged ? undefined : counts[at]}
            warm={'warm' in view && (counts[at] ?? 0) > 0}
          />
        ))}
        <ViewLink
          words={t('board.views.discharged')}
          changes={{ flag: undefined, status: 'discharged' }}
          chosen={discharged}
        />
      </nav>
      <TextInput
        ref={search}
        className={style.search}
        size="xs"
        aria-label={t('board.filters.byName')}
        placeholder={t('board.filters.name')}
        leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setName('')}
      />
      {programmes.length > 1 && (
        <Choice
          words={(chosen) => t('board.filters.programme', { chosen })}
          chosen={programmes.find(({ id }) => id === programme)?.title ?? t('board.filters.any')}
          options={programmes.map(({ id, title }) => ({ id, words: title }))}
          value={programme}
          choose={(id) => choose({ programme: id })}
        />
      )}
      <Choice
        words={(chosen) => t('board.filters.level', { chosen })}
        chosen={levels.find(({ id }) => id === filters.level)?.title ?? t('board.filters.any')}
        options={[
          { id: undefined, words: t('board.filters.any') },
          ...levels.map(({ id, title }) => ({ id, words: title })),
        ]}
        value={filters.level}
        choose={(level) => choose({ level })}
      />
      {!discharged && (
        <Choice
          words={(chosen) => t('board.filters.reason', { chosen })}
          chosen={filters.flag === undefined ? t('board.filters.any') : reasonWords(filters.flag)}
          options={[
            { id: undefined, words: t('board.filters.anyOrNone') },
            ...(['any', ...boardFlags] as const).map((id) => ({ id, words: reasonWords(id) })),
          ]}
          value={filters.flag}
          choose={(flag) => choose({ flag })}
        />
      )}
      <span className={style.grow} />
      <Choice
        words={(chosen) => t('board.filters.sort', { chosen })}
        chosen={sortWords(filters.sort ?? 'action')}
        options={sorts.map((id) => ({ id, words: sortWords(id) }))}
        value={filters.sort ?? 'action'}
        choose={(sort) => choose({ sort: sort === 'action' ? undefined : sort })}
      />
      {!discharged && (
        <SegmentedControl
          size="xs"
          classNames={{ root: style.switch, label: style.switchLabel, indicator: style.switchIndicator }}
          aria-label={t('board.view.title')}
          value={filters.view ?? 'columns'}
          onChange={(view) => choose({ view: view === 'table' ? 'table' : undefined })}
          data={[
            { value: 'columns', label: <ViewLabel icon={IconLayoutColumns} words={t('board.view.columns')} /> },
            { value: 'table', label: <ViewLabel icon={IconTable} words={t('board.view.table')} /> },
          ]}
        />
      )}
    </div>
  );
}

interface ViewLinkProps {
  readonly words: string;
  readonly changes: Partial<BoardFilters>;
  readonly chosen: boolean;
  readonly count?: number | undefined;
  readonly warm?: boolean;
}

const ViewLink = ({ words, changes, chosen, count, warm = false }: ViewLinkProps) => (
  <Link
    to="/board"
    search={(now) => ({ ...now, ...changes })}
    replace
    className={style.view}
    data-chosen={chosen || undefined}
    aria-current={chosen ? 'true' : 'false'}
  >
    {words}
    {count !== undefined && (
      <span className="figure" data-warm={warm || undefined}>
        {count}
      </span>
    )}
  </Link>
);

const ViewLabel = ({ icon: Icon, words }: { readonly icon: typeof IconTable; readonly words: string }) => (
  <span className={style.viewLabel}>
    <Icon size={15} stroke={1.6} aria-hidden />
    <span>{words}</span>
  </span>
);

interface ChoiceProps<Id extends string | undefined> {
  /** Label and choice: "Level **Any**". */
  readonly words: (chosen: string) => string;
  readonly chosen: string;
  readonly options: readonly { readonly id: Id; readonly words: string }[];
  readonly value: Id | undefined;
  readonly choose: (id: Id) => void;
}

/** A filter is words: "Level **Any**". */
function Choice<const Id extends string | undefined>({ words, chosen, options, value, choose }: ChoiceProps<Id>) {
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className={style.choice}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        >
          <Marked text={words(chosen).replace(' <b>', '\u00a0<b>')} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(({ id, words: option }) => (
          <Menu.Item
            key={option}
            onClick={() => choose(id)}
            rightSection={id === value && <IconCheck size={14} aria-label={t('frame.chosen')} />}
          >
            {option}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
