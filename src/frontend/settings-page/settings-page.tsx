import { Form, SectionMessage, Spinner, Stack, Tab, TabList, TabPanel, Tabs, Text } from '@forge/react';
import { ChangesSection } from './changes-section';
import { CommentsSection } from './comments-section';
import { CredentialsSection } from './credentials-section';
import { HealthSection } from './health-section';
import { PeopleSection } from './people-section';
import { RetentionSection } from './retention-section';
import { SafetySection } from './safety-section';
import { SaveSection, UnsavedChanges } from './save-section';
import { SetupChecklist } from './setup-checklist';
import { StoppedProjects } from './stopped-projects';
import { TestLink } from './test-link';
import { TransitionsSection } from './transitions-section';
import { useSettings } from './use-settings';
import { VerificationSection } from './verification-section';
import { WebhookSection } from './webhook-section';
import { errorSentence } from './words';
import type { ReactNode } from 'react';
import type { SettingsModel } from './use-settings';
import type { SettingsForm, SettingsView } from '../../contract/settings-page';

/** What every section of the page works on. */
export interface SectionProps {
  model: SettingsModel;
  saved: SettingsView;
  form: SettingsForm;
}

/** The page *Incode Verification Settings*. */
export function SettingsPage() {
  const model = useSettings();
  const { saved, form, error } = model;
  if (saved && form) return <Loaded model={model} saved={saved} form={form} />;
  if (!error) return <Spinner label="Loading the settings" />;
  return (
    <SectionMessage appearance="error" title="The settings can’t be shown">
      <Text>{errorSentence(error)}</Text>
    </SectionMessage>
  );
}

function Loaded(props: SectionProps) {
  const { changes, problems, serviceProjects } = props.saved;
  return (
    <Stack space="space.300">
      <StoppedProjects {...props} />
      <SetupChecklist {...props} />
      <UnsavedChanges model={props.model} />
      <Tabs id="settings-parts">
        <TabList>
          <Tab>Configuration</Tab>
          <Tab>Safety</Tab>
          <Tab>{problems.length > 0 ? `Health (${problems.length})` : 'Health'}</Tab>
          <Tab>Changes</Tab>
        </TabList>
        <Panel>
          <Configuration {...props} />
        </Panel>
        <Panel>
          <Form onSubmit={props.model.save}>
            <Stack space="space.400">
              <SafetySection {...props} />
              <RetentionSection {...props} />
              <SaveSection model={props.model} />
            </Stack>
          </Form>
          <PeopleSection />
        </Panel>
        <Panel>
          <HealthSection {...props} />
        </Panel>
        <Panel>
          <ChangesSection changes={changes} serviceProjects={serviceProjects} />
        </Panel>
      </Tabs>
    </Stack>
  );
}

function Panel({ children }: { children: ReactNode }) {
  return (
    <TabPanel>
      <Stack space="space.400" grow="fill">
        <Text> </Text>
        {children}
      </Stack>
    </TabPanel>
  );
}

/** What the integration guide's steps 3 and 4 walk through, in its order. */
function Configuration(props: SectionProps) {
  return (
    <>
      <Form onSubmit={props.model.save}>
        <Stack space="space.400">
          <CredentialsSection {...props} />
          <VerificationSection {...props} />
          <TransitionsSection {...props} />
          <CommentsSection {...props} />
          <SaveSection model={props.model} />
        </Stack>
      </Form>
      <WebhookSection {...props} />
      <TestLink {...props} />
    </>
  );
}
