import { z } from 'zod';
import type { Question } from '../question.ts';
import { DiagnosticReport, Observation, Specimen, type CodeableConcept } from './shapes.ts';

/** One observation with its place in what was given. */
export interface Placed {
  readonly observation: Observation;
  readonly resource: number;
  /** The panel that it was ordered with, where one report holds several. */
  readonly panel?: CodeableConcept;
}

/** The resources of one report, parsed once; each keeps its place in what was given. */
export interface Resources {
  readonly report?: DiagnosticReport;
  readonly observations: readonly Placed[];
  readonly specimens: readonly Specimen[];
  readonly questions: readonly Question[];
}

const Kind = z.object({ resourceType: z.string(), contained: z.array(z.unknown()).default([]) });

/** Sorts what came, unpacks what is contained in it; other kinds of resources are left aside. */
export function sortResources(given: readonly unknown[]): Resources {
  const reports: DiagnosticReport[] = [];
  const observations: { observation: Observation; resource: number }[] = [];
  const specimens: Specimen[] = [];
  const questions: Question[] = [];
  const read = (one: unknown, resource: number): void => {
    const kind = Kind.safeParse(one);
    if (!kind.success) return void questions.push({ reason: 'not-readable', resource });
    kind.data.contained.forEach((inner) => read(inner, resource));
    switch (kind.data.resourceType) {
      case 'DiagnosticReport':
        return keep(DiagnosticReport, one, resource, (report) => reports.push(report));
      case 'Observation':
        return keep(Observation, one, resource, (observation) => observations.push({ observation, resource }));
      case 'Specimen':
        return keep(Specimen, one, resource, (specimen) => specimens.push(specimen));
    }
  };
  const keep = <T>(shape: z.ZodType<T>, one: unknown, resource: number, take: (parsed: T) => void): void => {
    const parsed = shape.safeParse(one);
    if (parsed.success) take(parsed.data);
    else questions.push({ reason: 'not-readable', resource });
  };
  given.forEach(read);
  const [report] = reports;
  return { observations, specimens, questions, ...(report && { report }) };
}
