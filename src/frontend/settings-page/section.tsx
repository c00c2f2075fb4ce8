import { Heading, Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';
import type { Groups, ServiceProjects } from './listings';
import type { SettingsModel } from './use-settings';
import type { SettingsForm, SettingsView } from '../../contract/settings-page';

/** The tabs of the page, in their order. */
export const tabs = ['connection', 'verification', 'requirements', 'safety', 'health', 'changes'] as const;

export type TabName = (typeof tabs)[number];

/** What every section of the page works on. */
export interface SectionProps {
  model: SettingsModel;
  saved: SettingsView;
  form: SettingsForm;
  projects: ServiceProjects;
  groups: Groups;
  /** Leads to another tab. */
  goTo: (tab: TabName) => void;
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
