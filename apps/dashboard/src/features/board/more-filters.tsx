import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { ChoiceItems } from '../../frame/toolbar.tsx';
import { t } from '../../texts/texts.ts';
import style from './toolbar.module.css';

/** One filter: what it is called, what may be chosen, and what is. */
export interface Filter {
  readonly name: string;
  readonly options: readonly { readonly id: string | undefined; readonly words: string }[];
  readonly value: string | undefined;
  readonly choose: (id: string | undefined) => void;
}

/** The filters that are not set: one is added by choosing from it, and then stands as words in the toolbar. */
export function MoreFilters({ filters }: { readonly filters: readonly Filter[] }) {
  if (filters.length === 0) return null;
  return (
    <Menu position="bottom-start" width={190}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className={style.more}
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
        >
          {t('board.filters.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {filters.map(({ name, options, value, choose }) => (
          <Menu.Sub key={name} position="right-start">
            <Menu.Sub.Target>
              <Menu.Sub.Item>{name}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown className={style.options}>
              <ChoiceItems options={options} value={value} choose={choose} />
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
