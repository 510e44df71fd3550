import {
  partnerPosts,
  partnerQueries,
  postRoutes,
  queryRoutes,
  type QueryAnswer,
  type QueryName,
} from '@stepway/contracts';

/** What may be asked: by people of the house, and by a partner of what is its own. */
export const questions = { ...queryRoutes, ...partnerQueries };
export type QuestionName = keyof typeof questions;
export const posts = [...postRoutes, ...partnerPosts] as const;
export type PostName = (typeof posts)[number]['operationId'];

type Route = { readonly path: string };
/** The parts of an address: `/v1/episodes/{episodeId}` → `{ episodeId: string }`. */
export type Places<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Name]: string | number } & Places<Rest>
  : unknown;

type Asked = string | number | boolean | readonly string[];
type Query<Name extends QuestionName> = (typeof questions)[Name]['query']['shape'];
/** What a question may be asked with: its parts of the address, and its filters; lists as lists. */
export type Question<Name extends QuestionName> = Places<(typeof questions)[Name]['path']> & {
  readonly [Field in keyof Query<Name>]?: Asked | undefined;
};

export type AnswerTo<Name extends QuestionName> = Output<(typeof questions)[Name]['answer']>;

/** The questions that are answered page by page. */
export type ListName = {
  [Name in QueryName]: QueryAnswer<Name> extends { readonly items: readonly unknown[]; readonly next: string | null }
    ? Name
    : never;
}[QueryName];
export type ItemOf<Name extends ListName> =
  QueryAnswer<Name> extends { readonly items: readonly (infer Item)[] } ? Item : never;

type PostRouteOf<Name extends PostName> = Extract<(typeof posts)[number], { readonly operationId: Name }>;
type Input<Schema> = Schema extends { readonly _zod: { readonly input: infer In } } ? In : never;
type Output<Schema> = Schema extends { readonly _zod: { readonly output: infer Out } } ? Out : never;
/** What is sent to a route beside those of the commands, and what it answers. */
export type PostPlaces<Name extends PostName> = Places<PostRouteOf<Name>['path']>;
export type PostBody<Name extends PostName> =
  PostRouteOf<Name> extends { readonly body: infer Schema } ? Input<Schema> : undefined;
export type PostAnswer<Name extends PostName> =
  PostRouteOf<Name> extends { readonly answer: infer Schema } ? Output<Schema> : undefined;

/** The path of a route with its places filled in, and what is left of what was asked as its search. */
export function addressOf({ path }: Route, asked: object): string {
  const left = new Map<string, unknown>(Object.entries(asked));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name);
    left.delete(name);
    return encodeURIComponent(text(value));
  });
  const search = new URLSearchParams(
    [...left].filter(([, value]) => value !== undefined).map(([name, value]): [string, string] => [name, text(value)]),
  );
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

const text = (value: unknown): string =>
  Array.isArray(value) ? value.join(',') : `${value as string | number | boolean}`;
