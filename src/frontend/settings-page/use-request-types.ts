import { useEffect, useState } from 'react';
import { call } from '../components/call';
import { invoke } from './invoke';
import type { WireError } from '../../contract/answer';
import type { RequestTypeRef } from '../../contract/settings-page';

interface RequestTypes {
  listed: RequestTypeRef[];
  isListing: boolean;
  error: WireError | undefined;
}

/** The request types of a service project, asked for once one is chosen; empty: none is. */
export function useRequestTypes(projectId: string): RequestTypes {
  const [answer, setAnswer] = useState<{ of: string; listed: RequestTypeRef[]; error?: WireError }>();
  useEffect(() => {
    if (projectId === '') return;
    let isWanted = true;
    void call(invoke('listRequestTypes', { projectId })).then((types) => {
      if (!isWanted) return;
      setAnswer({
        of: projectId,
        ...(types.ok ? { listed: types.data } : { listed: [], error: types.error }),
      });
    });
    return () => {
      isWanted = false;
    };
  }, [projectId]);
  const isOfProject = answer?.of === projectId;
  return {
    listed: isOfProject ? answer.listed : [],
    isListing: projectId !== '' && !isOfProject,
    error: isOfProject ? answer.error : undefined,
  };
}
