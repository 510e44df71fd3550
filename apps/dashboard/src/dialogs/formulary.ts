import { PublishedProgramme } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../api/request.ts';

const Formulary = z.object({ formulary: z.record(z.string(), z.looseObject({ title: z.string() })) });

/** The medications that a programme's version knows, by their titles. A version never changes. */
export const formularyQuery = (programme: { readonly id: string; readonly version: number } | undefined) =>
  queryOptions({
    queryKey: ['formulary', programme?.id, programme?.version],
    enabled: programme !== undefined,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const { content } = await ask(
        `/v1/programmes/${programme?.id}/${programme?.version}`,
        PublishedProgramme,
        signal,
      );
      const { formulary } = Formulary.parse(content);
      return Object.entries(formulary)
        .map(([value, { title }]) => ({ value, label: title }))
        .toSorted((a, b) => a.label.localeCompare(b.label));
    },
  });
