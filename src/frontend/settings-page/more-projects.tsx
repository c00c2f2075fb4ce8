import { Inline, LoadingButton, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import type { SectionProps } from './settings-page';
import type { WireError } from '../../contract/answer';

/** Says where not all service projects are listed, and lists more of them. */
export function MoreProjects({ model, saved }: Pick<SectionProps, 'model' | 'saved'>) {
  const language = useLanguage();
  const { t, number } = language;
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
      <Text>
        {t('settings.projects.listed', {
          listed: number(listed),
          total: number(saved.serviceProjectsTotal),
        })}
      </Text>
      <LoadingButton spacing="compact" isLoading={isLoading} onClick={() => void list()}>
        {t('settings.projects.more')}
      </LoadingButton>
      {error && <Text color="color.text.danger">{errorSentence(language, error)}</Text>}
    </Inline>
  );
}
