import { loadRow, updateRow } from './entity';
import type { StoppedProject, StoppedProjects } from '../verification/ticket/ports';

const ENTITY = 'stopped-projects';
const KEY = 'stopped-projects';

/** Projects in which Jira made an internal comment public, in one record: there should be none. */
export const stoppedProjects: StoppedProjects = {
  list,
  stop: (project) => change((projects) => [...without(projects, project.id), project]),
  resume: (projectId) => change((projects) => without(projects, projectId)),
};

async function list(): Promise<StoppedProject[]> {
  return (await loadRow<StoppedProject[]>(ENTITY, KEY))?.details ?? [];
}

function change(next: (projects: StoppedProject[]) => StoppedProject[]): Promise<void> {
  return updateRow<StoppedProject[]>(ENTITY, KEY, (projects = []) => next(projects));
}

function without(projects: StoppedProject[], id: string): StoppedProject[] {
  return projects.filter((project) => project.id !== id);
}
