import { Inline, SectionMessage, Stack, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { ConfirmedAction } from './confirmed-action';
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
  const { t, onDate } = useLanguage();
  return (
    <SectionMessage appearance="error" title={t('settings.stopped.title', { project: key })}>
      <Stack space="space.100">
        <Text>{t('settings.stopped.text', { date: onDate(at) })}</Text>
        <Inline>
          <ConfirmedAction
            label={t('settings.stopped.resume')}
            title={t('settings.stopped.question', { project: key })}
            text={t('settings.stopped.warning')}
            action={t('settings.stopped.sure')}
            appearance="warning"
            act={() => invoke('resumeComments', { projectId: id })}
            onDone={(settings) => model.adopt(settings, 0)}
          />
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
