import { Button } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import style from './panel-parts.module.css';

/** Whose row it is, as the way to their journey; under it a line of what is known. */
export const PanelPerson = ({
  name,
  episodeId,
  children,
}: {
  readonly name: string;
  readonly episodeId: string;
  readonly children?: ReactNode;
}) => (
  <header className={style.person}>
    <h2>
      <Link to="/journeys/$episodeId/{-$tab}" params={{ episodeId }}>
        {name}
        <IconArrowUpRight size={15} stroke={1.75} aria-hidden />
      </Link>
    </h2>
    {children}
  </header>
);

/** Figures with their names. What is undefined is left out. */
export const PanelFacts = ({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={style.facts}>
    {facts
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

/** A part with its title. */
export const PanelPart = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={style.part}>
    <h3>{title}</h3>
    {children}
  </section>
);

interface PanelActsProps {
  /** The first is the primary one. Each opens a dialog of this page. */
  readonly acts: readonly {
    readonly words: string;
    readonly opens: { readonly do: string; readonly of: string; readonly about?: string };
  }[];
}

/** What can be done about the row, the next act first. */
export const PanelActs = ({ acts }: PanelActsProps) =>
  acts.length === 0 ? null : (
    <div className={style.acts}>
      {acts.map(({ words, opens }, at) => (
        <Button
          key={words}
          size="xs"
          variant={at === 0 ? 'filled' : 'default'}
          renderRoot={(drawn) => (
            <Link to="." search={(now: object) => ({ ...now, about: undefined, ...opens })} {...drawn} />
          )}
        >
          {words}
        </Button>
      ))}
    </div>
  );
