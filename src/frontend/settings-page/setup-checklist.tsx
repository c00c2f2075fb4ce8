import { Button, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import { useEffect, useState } from 'react';
import { call } from '../components/call';
import { useLanguage } from '../language/users-language';
import { invoke } from './invoke';
import { setupSteps } from './setup-steps';
import type { SectionProps } from './section';
import type { SetupStep } from './setup-steps';

const ASK_EVERY_MS = 10_000;
/** After so many times it asks more rarely. */
const EAGER_ASKS = 60;
const ASK_RARELY_MS = 60_000;

/** What is still missing, in order, each step ticked off by evidence. */
export function SetupChecklist({ model, saved }: SectionProps) {
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const steps = setupSteps(saved);
  const isDone = steps.every(({ state }) => state !== 'missing' && state !== 'waiting');
  useNews(
    steps.some(({ state }) => state === 'waiting'),
    model.refresh,
  );
  return (
    <Stack space="space.150">
      <Inline space="space.150" alignBlock="center" shouldWrap>
        <Heading as="h2" size="medium">
          {t(isDone ? 'settings.setup.complete' : 'settings.setup.title')}
        </Heading>
        {isDone && (
          <Button appearance="subtle" onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'settings.setup.hide' : 'settings.setup.show')}
          </Button>
        )}
      </Inline>
      {(!isDone || isOpen) && steps.map((step) => <Step key={step.name} {...step} />)}
    </Stack>
  );
}

const marks = {
  done: 'success',
  missing: 'inprogress',
  waiting: 'moved',
  optional: 'default',
  'by-hand': 'default',
} as const;

function Step({ name, state }: SetupStep) {
  const { t } = useLanguage();
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={marks[state]}>{t(`settings.setup.state.${state}`)}</Lozenge>
        <Text weight="medium">{t(`settings.setup.${name}.title`)}</Text>
      </Inline>
      {state !== 'done' && (
        <Text>
          {t(state === 'waiting' ? 'settings.setup.webhook.waiting' : `settings.setup.${name}.toDo`)}
        </Text>
      )}
    </Stack>
  );
}

/** Asks for what arrived while something is waited for: less often after ten minutes. */
function useNews(isWaiting: boolean, refresh: SectionProps['model']['refresh']): void {
  useEffect(() => {
    if (!isWaiting) return undefined;
    let asks = 0;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(ask, asks++ < EAGER_ASKS ? ASK_EVERY_MS : ASK_RARELY_MS);
    };
    const ask = () => {
      void call(invoke('readNews')).then((answer) => {
        if (answer.ok) refresh(answer.data);
      });
      wait();
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  }, [isWaiting, refresh]);
}
