import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { Confirm } from '../components/confirm';
import { useAction } from '../components/use-action';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import type { SectionProps } from './section';
import type { SettingsView } from '../../contract/settings-page';

/** Projects in which an internal note became public, until an administrator has looked into it. */
export function StoppedProjects({ model, saved }: SectionProps) {
  return saved.stoppedProjects.map((project) => (
    <StoppedProject key={project.id} project={project} model={model} />
  ));
}

interface StoppedProjectProps extends Pick<SectionProps, 'model'> {
  project: SettingsView['stoppedProjects'][number];
}

function StoppedProject({ project: { id, key, at }, model }: StoppedProjectProps) {
  const language = useLanguage();
  const { t, onDate } = language;
  const [isAsking, setIsAsking] = useState(false);
  const { running, error, run } = useAction<'resume'>();
  const resume = async () => {
    const settings = await run('resume', () => invoke('resumeComments', { projectId: id }));
    if (settings) model.adopt(settings, 0);
  };
  return (
    <SectionMessage appearance="error" title={t('settings.stopped.title', { project: key })}>
      <Stack space="space.100">
        <Text>{t('settings.stopped.text', { date: onDate(at) })}</Text>
        <Inline>
          <Button onClick={() => setIsAsking(true)}>{t('settings.stopped.resume')}</Button>
        </Inline>
        <Confirm
          isOpen={isAsking}
          title={t('settings.stopped.question', { project: key })}
          text={t('settings.stopped.warning')}
          action={t('settings.stopped.sure')}
          appearance="warning"
          isRunning={running === 'resume'}
          error={error && errorSentence(language, error)}
          onConfirm={() => void resume()}
          onCancel={() => setIsAsking(false)}
        />
      </Stack>
    </SectionMessage>
  );
}
