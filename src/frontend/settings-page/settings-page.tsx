import { Form, LoadingButton, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { ChangesSection } from './changes-section';
import { CommentsSection } from './comments-section';
import { CredentialsSection } from './credentials-section';
import { PeopleSection } from './people-section';
import { RetentionSection } from './retention-section';
import { SafetySection } from './safety-section';
import { StoppedProjects } from './stopped-projects';
import { TransitionsSection } from './transitions-section';
import { useSettings } from './use-settings';
import { VerificationSection } from './verification-section';
import { WebhookSection } from './webhook-section';
import { errorSentence } from './words';
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
  const { model } = props;
  return (
    <Stack space="space.400">
      <StoppedProjects {...props} />
      <Form onSubmit={model.save}>
        <Stack space="space.400">
          <CredentialsSection {...props} />
          <VerificationSection {...props} />
          <TransitionsSection {...props} />
          <CommentsSection {...props} />
          <SafetySection {...props} />
          <RetentionSection {...props} />
          <SaveSection model={model} />
        </Stack>
      </Form>
      <WebhookSection {...props} />
      <PeopleSection />
      <ChangesSection changes={props.saved.changes} />
    </Stack>
  );
}

function SaveSection({ model: { error, formState, isSaving } }: { model: SettingsModel }) {
  return (
    <Stack space="space.150" alignInline="start">
      {error && (
        <SectionMessage appearance="error" title="Not saved">
          <Text>{errorSentence(error)}</Text>
        </SectionMessage>
      )}
      {formState === 'saved' && !error && (
        <SectionMessage appearance="success" title="Saved">
          <Text>The configuration is in force.</Text>
        </SectionMessage>
      )}
      {formState === 'changed' && <Text>There are unsaved changes.</Text>}
      <LoadingButton type="submit" appearance="primary" isLoading={isSaving}>
        Save configuration
      </LoadingButton>
    </Stack>
  );
}
