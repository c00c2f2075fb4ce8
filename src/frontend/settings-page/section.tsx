import { Heading, Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';
import type { ServiceProjects } from './use-service-projects';
import type { SettingsModel } from './use-settings';
import type { SettingsForm, SettingsView } from '../../contract/settings-page';

/** What every section of the page works on. */
export interface SectionProps {
  model: SettingsModel;
  saved: SettingsView;
  form: SettingsForm;
  projects: ServiceProjects;
}

interface SectionFrame {
  title: string;
  intro?: string;
  children: ReactNode;
}

/** A titled part of the page. */
export function Section({ title, intro, children }: SectionFrame) {
  return (
    <Stack space="space.150">
      <Heading as="h2" size="medium">
        {title}
      </Heading>
      {intro && <Text>{intro}</Text>}
      {children}
    </Stack>
  );
}
