import { Box, Button, Heading, Inline, LoadingButton, Lozenge, Stack, Text, xcss } from '@forge/react';
import { useState } from 'react';
import { useAction } from '../components/use-action';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { setupProgress, setupSteps } from './setup-steps';
import { useNews } from './use-news';
import type { Focus } from '../components/use-focus';
import type { SectionProps } from './section';
import type { SetupStep } from './setup-steps';

interface SetupChecklistProps extends SectionProps {
  focus: Focus;
}

/** What is still missing, in order, each step ticked off by evidence, or by hand where there can be none. */
export function SetupChecklist(props: SetupChecklistProps) {
  const { model, saved } = props;
  const { t, number } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const steps = setupSteps(saved);
  const { all, done, next } = setupProgress(steps);
  useNews(
    steps.some(({ state }) => state === 'waiting'),
    model.refresh,
  );
  return (
    <Stack space="space.100">
      <Inline space="space.150" alignBlock="center" shouldWrap>
        <Heading as="h2" size="medium">
          {next === undefined
            ? t('settings.setup.complete')
            : t('settings.setup.progress', { done: number(done), all: number(all) })}
        </Heading>
        {next === undefined && (
          <Button appearance="subtle" onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'settings.setup.hide' : 'settings.setup.show')}
          </Button>
        )}
      </Inline>
      {(next !== undefined || isOpen) &&
        steps.map((step) => (
          <Step key={step.name} step={step} isUnfolded={isUnfolded(step, next)} {...props} />
        ))}
    </Stack>
  );
}

/** The first step that is not done; after all of them, what may be done besides. */
function isUnfolded({ name, state }: SetupStep, next: SetupStep['name'] | undefined): boolean {
  return next === undefined ? state === 'optional' : name === next;
}

const marks = {
  done: 'success',
  missing: 'inprogress',
  waiting: 'moved',
  optional: 'default',
  'by-hand': 'inprogress',
} as const;

interface StepProps extends SetupChecklistProps {
  step: SetupStep;
  isUnfolded: boolean;
}

// The lozenges have one width in common, so that the titles stand in one line below each other.
const mark = xcss({ minWidth: '100px' });

function Step(props: StepProps) {
  const { step, isUnfolded } = props;
  const { name, state } = step;
  const { t } = useLanguage();
  return (
    <Inline space="space.100">
      <Box xcss={mark}>
        <Lozenge appearance={marks[state]}>{t(`settings.setup.state.${state}`)}</Lozenge>
      </Box>
      <Stack space="space.025">
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Text weight={isUnfolded ? 'bold' : 'regular'}>{t(`settings.setup.${name}.title`)}</Text>
          <StepButton {...props} />
        </Inline>
        {isUnfolded && (
          <Text>
            {t(state === 'waiting' ? 'settings.setup.webhook.waiting' : `settings.setup.${name}.toDo`)}
          </Text>
        )}
      </Stack>
    </Inline>
  );
}

/** The fields on this tab to which the steps lead. */
const fields = {
  credentials: 'apiKey',
  secret: 'createSecret',
  webhook: 'webhookUrl',
  proof: 'testEmail',
} as const;

function StepButton({ step: { name, state }, focus, goTo, ...props }: StepProps) {
  const { t } = useLanguage();
  if (name === 'panel') return <MarkPanel {...props} />;
  if (state === 'done') return null;
  return (
    <Button
      spacing="compact"
      onClick={() => (name === 'mapping' ? goTo('verification') : focus.on(fields[name]))}
    >
      {t(`settings.setup.${name}.go`)}
    </Button>
  );
}

/** Has the administrator say whether Jira shows the panel, since Jira does not. */
function MarkPanel({ model, saved }: Pick<SectionProps, 'model' | 'saved'>) {
  const language = useLanguage();
  const { t } = language;
  const { running, error, run } = useAction<'mark'>();
  const mark = async () => {
    const settings = await run('mark', () => invoke('markPanelShown', { isShown: !saved.isPanelShown }));
    if (settings) model.adopt(settings, 1);
  };
  return (
    <>
      <LoadingButton
        spacing="compact"
        appearance={saved.isPanelShown ? 'subtle' : 'default'}
        isLoading={running === 'mark'}
        onClick={() => void mark()}
      >
        {t(saved.isPanelShown ? 'settings.setup.panel.undo' : 'settings.setup.panel.go')}
      </LoadingButton>
      {error && <Text color="color.text.danger">{errorSentence(language, error)}</Text>}
    </>
  );
}
