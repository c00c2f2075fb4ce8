import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import { call } from '../components/call';
import { invoke } from './invoke';
import type { SectionProps } from './settings-page';

/** Projects in which an internal note became public, until an administrator has looked into it. */
export function StoppedProjects({ model, saved: { stoppedProjects } }: SectionProps) {
  const resume = async (projectId: string) => {
    const answer = await call(invoke('resumeComments', { projectId }));
    if (answer.ok) model.adopt(answer.data, 0);
  };
  return (
    <>
      {stoppedProjects.map(({ id, key, at }) => (
        <SectionMessage key={id} appearance="error" title={`Comments in ${key} are stopped`}>
          <Stack space="space.100">
            <Text>
              {`On ${new Date(at).toLocaleString()} Jira showed an internal note of this app to customers. The note was removed at once. Check the project’s settings for comments before you resume them.`}
            </Text>
            <Inline>
              <Button onClick={() => void resume(id)}>Resume comments</Button>
            </Inline>
          </Stack>
        </SectionMessage>
      ))}
    </>
  );
}
