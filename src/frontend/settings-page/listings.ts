import { useListing } from '../components/use-listing';
import { invoke } from './invoke';
import type { Answer } from '../../contract/answer';
import type { ServiceProjectPage } from '../../contract/settings-page';
import type { Listing } from '../components/use-listing';

type ServiceProject = ServiceProjectPage['projects'][number];

export type ServiceProjects = Listing<ServiceProject>;
export type Groups = Listing<string>;

/** The site's service projects, sorted by name. */
export function useServiceProjects(): ServiceProjects {
  return useListing(listServiceProjects, ({ id }) => id);
}

/** The names of the site's groups. */
export function useGroups(): Groups {
  return useListing(listGroups, (name) => name);
}

async function listServiceProjects(
  startAt: number,
): Promise<Answer<{ items: ServiceProject[]; total: number }>> {
  const answer = await invoke('listServiceProjects', { startAt });
  return answer.ok ? { ok: true, data: { items: answer.data.projects, total: answer.data.total } } : answer;
}

async function listGroups(startAt: number): Promise<Answer<{ items: string[]; total: number }>> {
  const answer = await invoke('listGroups', { startAt });
  return answer.ok ? { ok: true, data: { items: answer.data.names, total: answer.data.total } } : answer;
}
