import { Inline, LoadingButton, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { invoke } from './invoke';
import { errorSentence } from './words';
import type { SectionProps } from './settings-page';
import type { WireError } from '../../contract/answer';

/** Says where not all service projects are listed, and lists more of them. */
export function MoreProjects({ model, saved }: Pick<SectionProps, 'model' | 'saved'>) {
  const [isLoading, setIsLoading] = useState(false);
  const [error, setError] = useState<WireError>();
  const listed = saved.serviceProjects.length;
  if (listed >= saved.serviceProjectsTotal) return null;
  const list = async () => {
    setIsLoading(true);
    const answer = await call(invoke('listServiceProjects', { startAt: listed }));
    setIsLoading(false);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) model.addProjects(answer.data);
  };
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Text>{`${listed} of ${saved.serviceProjectsTotal} service projects are listed.`}</Text>
      <LoadingButton spacing="compact" isLoading={isLoading} onClick={() => void list()}>
        List more projects
      </LoadingButton>
      {error && <Text color="color.text.danger">{errorSentence(error)}</Text>}
    </Inline>
  );
}
