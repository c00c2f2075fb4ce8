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
import { useState } from 'react';
import { useLanguage, UsersLanguage } from '../language/users-language';
import { ChangesSection } from './changes-section';
import { CommentsSection } from './comments-section';
import { ConnectionTab } from './connection-tab';
import { errorSentence } from './error-words';
import { FieldsSection } from './fields-section';
import { HealthSection } from './health-section';
import { useGroups, useServiceProjects } from './listings';
import { LooseningQuestion } from './loosening-question';
import { PeopleSection } from './people-section';
import { ReleaseRequest } from './release-request';
import { RequirementsSection } from './requirements-section';
import { RetentionSection } from './retention-section';
import { SafetySection } from './safety-section';
import { SaveSection } from './save-section';
import { tabs } from './section';
import { StoppedProjects } from './stopped-projects';
import { TransitionsSection } from './transitions-section';
import { useSettings } from './use-settings';
import { VerificationSection } from './verification-section';
import type { ReactNode } from 'react';
import type { Language } from '../language/language';
import type { SectionProps, TabName } from './section';

/** The page *Incode Verification Settings*. */
export function SettingsPage() {
  const projects = useServiceProjects();
  const groups = useGroups();
  const model = useSettings(projects.listed);
  return (
    <UsersLanguage>
      <Content model={model} projects={projects} groups={groups} />
    </UsersLanguage>
  );
}

function Content({ model, ...listings }: Pick<SectionProps, 'model' | 'projects' | 'groups'>) {
  const language = useLanguage();
  const { t } = language;
  const { saved, form, error } = model;
  if (saved && form) return <Loaded model={model} saved={saved} form={form} {...listings} />;
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

function Loaded(loaded: Omit<SectionProps, 'goTo'>) {
  const language = useLanguage();
  const [shown, setShown] = useState<TabName>('connection');
  const { projects, groups } = loaded;
  const goTo = (tab: TabName) => {
    setShown(tab);
    const speaksOfProjects = tab === 'safety' || tab === 'requirements';
    if (speaksOfProjects && projects.total === undefined) void projects.list();
    if (tab === 'safety' && groups.total === undefined) void groups.list();
  };
  const props = { ...loaded, goTo };
  const problems = loaded.saved.problems.length;
  return (
    <Stack space="space.200">
      <StoppedProjects {...props} />
      <LooseningQuestion model={loaded.model} />
      <Tabs
        id="settings-parts"
        selected={tabs.indexOf(shown)}
        onChange={(index) => goTo(tabs[index] ?? 'connection')}
      >
        <TabList>
          {tabs.map((tab) => (
            <Tab key={tab}>{tabTitle(language, tab, problems)}</Tab>
          ))}
        </TabList>
        <Panel>
          <ConnectionTab {...props} />
        </Panel>
        <Panel>
          <VerificationTab {...props} />
        </Panel>
        <Panel>
          <RequirementsTab {...props} />
        </Panel>
        <Panel>
          <SafetyTab {...props} />
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

function tabTitle({ t, number }: Language, tab: TabName, problems: number): string {
  return tab === 'health' && problems > 0
    ? t('settings.health.count', { count: number(problems) })
    : t(`settings.tab.${tab}`);
}

function Panel({ children }: { children: ReactNode }) {
  return (
    <TabPanel>
      <Stack space="space.300" grow="fill">
        <Text> </Text>
        {children}
      </Stack>
    </TabPanel>
  );
}

/** How links are sent and what becomes of their results. */
function VerificationTab(props: SectionProps) {
  return (
    <>
      <Form onSubmit={props.model.save}>
        <Stack space="space.300">
          <VerificationSection {...props} />
          <TransitionsSection {...props} />
          <CommentsSection {...props} />
          <SaveSection model={props.model} />
        </Stack>
      </Form>
      <FieldsSection saved={props.saved} />
    </>
  );
}

/** What requests need before they count as verified. */
function RequirementsTab(props: SectionProps) {
  return (
    <>
      <Form onSubmit={props.model.save}>
        <Stack space="space.300">
          <RequirementsSection {...props} />
          <SaveSection model={props.model} />
        </Stack>
      </Form>
      <ReleaseRequest />
    </>
  );
}

/** Who may be sent what, how often, where, for how long it is kept; and what is done for single people. */
function SafetyTab(props: SectionProps) {
  return (
    <>
      <Form onSubmit={props.model.save}>
        <Stack space="space.300">
          <SafetySection {...props} />
          <RetentionSection {...props} />
          <SaveSection model={props.model} />
        </Stack>
      </Form>
      <PeopleSection />
    </>
  );
}
