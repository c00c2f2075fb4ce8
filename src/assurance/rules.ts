import { stricter } from '../verification/session/requirement';
import type { About, Requirement } from '../verification/session/requirement';

/** A request type: its id decides, its name is the one it had when it was chosen. */
export interface RequestTypeRef {
  id: string;
  name: string;
}

/** What an administrator asks for of some requests of a service project. */
export interface Rule {
  name: string;
  projectId: string;
  /** The request types it is for; `null`: all of the project that no other rule is for. */
  requestTypes: RequestTypeRef[] | null;
  passCountsMinutes: number;
  about: About;
  /** Whether the caller's code must be confirmed. */
  needsCode?: boolean | undefined;
}

/** Where a request stands, for choosing its rule. */
export interface RequestPlace {
  projectId: string;
  /** Id of its type; `null` where it has none, `undefined` where that cannot be read. */
  requestType: string | null | undefined;
}

/** What a request needs; `unreadable` where the type that decides it cannot be read. */
export type Needs =
  { kind: 'needs'; requirement: Requirement } | { kind: 'nothing' } | { kind: 'unreadable' };

/**
 * What a request needs: what the rule asks for that is for it, and what it needed before.
 * @param before what it was found to need before
 */
export function needsOf(rules: readonly Rule[], place: RequestPlace, before: Requirement | undefined): Needs {
  const ofProject = rules.filter(({ projectId }) => projectId === place.projectId);
  const dependsOnType = ofProject.some(({ requestTypes }) => requestTypes !== null);
  if (dependsOnType && place.requestType === undefined) return { kind: 'unreadable' };
  const rule =
    ofProject.find(({ requestTypes }) => requestTypes?.some(({ id }) => id === place.requestType)) ??
    ofProject.find(({ requestTypes }) => requestTypes === null);
  const requirement = stricter(before, rule && requirementOf(rule));
  return requirement ? { kind: 'needs', requirement } : { kind: 'nothing' };
}

function requirementOf({ name, passCountsMinutes, about, needsCode = false }: Rule): Requirement {
  return { rule: name, passCountsMs: passCountsMinutes * 60_000, about, ...(needsCode && { needsCode }) };
}
