import {
  Button,
  Form,
  Inline,
  SectionMessage,
  Spinner,
  Stack,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@forge/react';
import { useLanguage, UsersLanguage } from '../language/users-language';
import { ChangesSection } from './changes-section';
import { CommentsSection } from './comments-section';
import { CredentialsSection } from './credentials-section';
import { errorSentence } from './error-words';
import { HealthSection } from './health-section';
import { PeopleSection } from './people-section';
import { RetentionSection } from './retention-section';
import { SafetySection } from './safety-section';
import { SaveSection, UnsavedChanges } from './save-section';
import { SetupChecklist } from './setup-checklist';
import { StoppedProjects } from './stopped-projects';
import { TestLink } from './test-link';
import { TransitionsSection } from './transitions-section';
import { useServiceProjects } from './use-service-projects';
import { useSettings } from './use-settings';
import { VerificationSection } from './verification-section';
import { WebhookSection } from './webhook-section';
import type { ReactNode } from 'react';
import type { SectionProps } from './section';

/** The page *Incode Verification Settings*. */
export function SettingsPage() {
  const projects = useServiceProjects();
  const model = useSettings(projects.listed);
  return (
    <UsersLanguage>
      <Content model={model} projects={projects} />
    </UsersLanguage>
  );
}

function Content({ model, projects }: Pick<SectionProps, 'model' | 'projects'>) {
  const language = useLanguage();
  const { t } = language;
  const { saved, form, error } = model;
  if (saved && form) return <Loaded model={model} saved={saved} form={form} projects={projects} />;
  if (!error) return <Spinner label={t('settings.loading')} />;
  return (
    <SectionMessage appearance="error" title={t('settings.unavailable.title')}>
      <Stack space="space.100">
        <Text>{errorSentence(language, error)}</Text>
        {error.code !== 'not-permitted' && (
          <Inline>
            <Button onClick={model.open}>{t('settings.health.tryAgain')}</Button>
          </Inline>
        )}
      </Stack>
    </SectionMessage>
  );
}

/** Where among the tabs projects are chosen. */
const SAFETY_TAB = 1;

function Loaded(props: SectionProps) {
  const { t, number } = useLanguage();
  const { model, projects } = props;
  const count = props.saved.problems.length;
  const open = (tab: number) => {
    if (tab === SAFETY_TAB && projects.total === undefined) void projects.list();
  };
  return (
    <Stack space="space.300">
      <StoppedProjects {...props} />
      <SetupChecklist {...props} />
      <UnsavedChanges model={model} />
      <Tabs id="settings-parts" onChange={open}>
        <TabList>
          <Tab>{t('settings.configuration.title')}</Tab>
          <Tab>{t('settings.safety.title')}</Tab>
          <Tab>
            {count > 0 ? t('settings.health.count', { count: number(count) }) : t('settings.health.title')}
          </Tab>
          <Tab>{t('settings.changes.title')}</Tab>
        </TabList>
        <Panel>
          <Configuration {...props} />
        </Panel>
        <Panel>
          <Form onSubmit={model.save}>
            <Stack space="space.400">
              <SafetySection {...props} />
              <RetentionSection {...props} />
              <SaveSection model={model} />
            </Stack>
          </Form>
          <PeopleSection />
        </Panel>
        <Panel>
          <HealthSection {...props} />
        </Panel>
        <Panel>
          <ChangesSection {...props} />
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
