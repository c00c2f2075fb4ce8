import { useState } from 'react';
import { call } from '../components/call';
import { invoke } from './invoke';
import type { WireError } from '../../contract/answer';
import type { ServiceProjectPage } from '../../contract/settings-page';

type ServiceProject = ServiceProjectPage['projects'][number];

/** The site's service projects, listed once somebody is to choose among them. */
export interface ServiceProjects {
  /** Those listed so far, sorted by name. */
  listed: ServiceProject[];
  /** How many there are; `undefined` while none were listed. */
  total: number | undefined;
  isListing: boolean;
  error: WireError | undefined;
  /** Lists the next page; all that are listed by then. */
  list: () => Promise<ServiceProject[]>;
}

/** No project yet: most who open the page do not need them. */
export function useServiceProjects(): ServiceProjects {
  const [{ projects, total }, setPage] = useState<Partial<ServiceProjectPage>>({});
  const [isListing, setIsListing] = useState(false);
  const [error, setError] = useState<WireError>();
  const listed = projects ?? [];
  const list = async () => {
    setIsListing(true);
    const answer = await call(invoke('listServiceProjects', { startAt: listed.length }));
    setIsListing(false);
    setError(answer.ok ? undefined : answer.error);
    if (!answer.ok) return listed;
    const all = unique([...listed, ...answer.data.projects]);
    setPage({ projects: all, total: answer.data.total });
    return all;
  };
  return { listed, total, isListing, error, list };
}

/** Projects by their ids: between two pages one may have moved. */
function unique(projects: ServiceProject[]): ServiceProject[] {
  return [...new Map(projects.map((project) => [project.id, project])).values()];
}
