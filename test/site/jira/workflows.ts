import type { JiraSite } from './jira-site';
import type { Project, Transition, Workflow } from './model';
import { PROJECTS } from './projects';
import { allStatuses, statusById } from './workflow';

/** A transition in people's words: statuses by name. */
export interface NamedTransition {
  id: string;
  name: string;
  from: readonly string[];
  to: string;
  requires?: 'resolution';
  /** Keys of the app's modules that check it. */
  validators?: readonly string[];
}

export interface ProjectWorkflow {
  project: string;
  name: string;
  transitions: NamedTransition[];
}

/** The workflow that a project has now. */
export function workflowOf(site: JiraSite, { id, workflow }: Project): Workflow {
  const transitions = site.data.transitions[id];
  if (!transitions) return workflow;
  const named = transitions.flatMap(({ from, to }) => [...from, to]);
  return { statuses: [...new Set([...workflow.statuses, ...named])], transitions };
}

/** The workflow of each project. */
export function namedWorkflows(site: JiraSite): ProjectWorkflow[] {
  return PROJECTS.map((project) => ({
    project: project.key,
    name: project.name,
    transitions: workflowOf(site, project).transitions.map(nameOf),
  }));
}

/** Gives a project another workflow, until the next reset. @throws Error if it or a status does not exist */
export function setWorkflow(site: JiraSite, key: string, transitions: readonly NamedTransition[]): void {
  const project = PROJECTS.find((each) => each.key === key);
  if (!project) throw new Error(`There is no project ${key}`);
  site.data.transitions[project.id] = transitions.map(ofNames);
  site.changed();
}

function nameOf({ id, name, from, to, asksResolution, validators }: Transition): NamedTransition {
  return {
    id,
    name,
    from: from.map((status) => statusById(status).name),
    to: statusById(to).name,
    ...(asksResolution && { requires: 'resolution' as const }),
    ...(validators && { validators }),
  };
}

function ofNames({ id, name, from, to, requires, validators }: NamedTransition): Transition {
  return {
    id,
    name,
    from: from.map(idOf),
    to: idOf(to),
    ...(requires && { asksResolution: true }),
    ...(validators && { validators }),
  };
}

function idOf(name: string): string {
  const found = allStatuses().find((status) => status.name === name);
  if (!found) throw new Error(`There is no status ${name}`);
  return found.id;
}
