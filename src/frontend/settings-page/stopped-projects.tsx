import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import { call } from '../components/call';
import { useLanguage } from '../language/users-language';
import { invoke } from './invoke';
import type { SectionProps } from './settings-page';

/** Projects in which an internal note became public, until an administrator has looked into it. */
export function StoppedProjects({ model, saved: { stoppedProjects } }: SectionProps) {
  const { t, onDate } = useLanguage();
  const resume = async (projectId: string) => {
    const answer = await call(invoke('resumeComments', { projectId }));
    if (answer.ok) model.adopt(answer.data, 0);
  };
  return (
    <>
      {stoppedProjects.map(({ id, key, at }) => (
        <SectionMessage key={id} appearance="error" title={t('settings.stopped.title', { project: key })}>
          <Stack space="space.100">
            <Text>{t('settings.stopped.text', { date: onDate(at) })}</Text>
            <Inline>
              <Button onClick={() => void resume(id)}>{t('settings.stopped.resume')}</Button>
            </Inline>
          </Stack>
        </SectionMessage>
      ))}
    </>
  );
}
