import { Button, Menu, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { useIsLost } from '../api/use-live.ts';
import { Marked } from '../texts/marked.tsx';
import { t } from '../texts/texts.ts';
import { useKeys } from './keys.ts';
import style from './toolbar.module.css';

/** The line under the top bar: saved views, filters, what the list is ordered by. Wraps where there is no room. */
export const Toolbar = ({ children }: { readonly children: ReactNode }) => (
  <div className={style.toolbar}>{children}</div>
);

/** What stands after it in a toolbar stands at its end. */
export const Grow = () => <span className={style.grow} />;

/** Changes what the address of this screen says; what is undefined no longer stands there. */
export function useSetFilters<Filters extends object>(): (changes: Partial<Filters>) => void {
  const navigate = useNavigate();
  return (changes) => void navigate({ to: '.', search: (now: object) => ({ ...now, ...changes }), replace: true });
}

/** A saved view: a filter that people use every day. */
export interface SavedView {
  readonly words: string;
  /** What it changes in the address of the screen. */
  readonly changes: Readonly<Record<string, unknown>>;
  readonly chosen: boolean;
  /** Not known is not nought: then it is left out. */
  readonly count?: number | undefined;
  /** Counting ended there: so many, or more. */
  readonly most?: number | undefined;
  /** Its count asks for an act, where it is not nought. */
  readonly warm?: boolean;
}

/** Saved views as tabs with their counts. */
export function SavedViews({ views }: { readonly views: readonly SavedView[] }) {
  const lost = useIsLost();
  return (
    <nav className={style.views} aria-label={t('lists.savedViews')} data-lost={lost || undefined}>
      {views.map(({ words, changes, chosen, count, most = Infinity, warm = false }) => (
        <Link
          key={words}
          to="."
          search={(now: object) => ({ ...now, ...changes })}
          replace
          className={style.view}
          data-chosen={chosen || undefined}
          aria-current={chosen ? 'true' : 'false'}
        >
          {words}
          {count !== undefined && (
            <span className="figure" data-warm={(warm && count > 0) || undefined}>
              {count >= most ? `${most - 1}+` : count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

/** Filters by name, with F. What is typed stays in the page: a name never stands in an address. */
export function NameFilter({ name, setName }: { readonly name: string; readonly setName: (name: string) => void }) {
  const search = useRef<HTMLInputElement>(null);
  useKeys('names', {
    f: (event) => {
      event.preventDefault();
      search.current?.focus();
    },
  });
  return (
    <TextInput
      ref={search}
      className={style.search}
      size="xs"
      aria-label={t('lists.filterByName')}
      placeholder={t('lists.name')}
      leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && setName('')}
    />
  );
}

interface ChoiceProps<Id extends string | undefined> {
  /** Label and choice: "Level **Any**". */
  readonly words: (chosen: string) => string;
  /** What stands for the choice, where that is not the option's own words. */
  readonly chosen?: string;
  readonly options: readonly { readonly id: Id; readonly words: string }[];
  readonly value: Id | undefined;
  readonly choose: (id: Id) => void;
}

/** A filter is words: "Level **Any**". The first option is what holds where nothing is chosen. */
export function Choice<const Id extends string | undefined>({
  words,
  chosen,
  options,
  value,
  choose,
}: ChoiceProps<Id>) {
  const option = options.find(({ id }) => id === value) ?? options[0];
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className={style.choice}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        >
          <Marked text={words(chosen ?? option?.words ?? '').replace(' <b>', '\u00a0<b>')} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ChoiceItems options={options} value={value} choose={choose} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceItemsProps<Id extends string | undefined> {
  readonly options: readonly { readonly id: Id; readonly words: string }[];
  readonly value: Id | undefined;
  readonly choose: (id: Id) => void;
}

/** What a menu lets one choose from, what is chosen marked. */
export const ChoiceItems = <Id extends string | undefined>({ options, value, choose }: ChoiceItemsProps<Id>) =>
  options.map(({ id, words }) => (
    <Menu.Item
      key={words}
      onClick={() => choose(id)}
      rightSection={id === value && <IconCheck size={14} aria-label={t('frame.chosen')} />}
    >
      {words}
    </Menu.Item>
  ));
