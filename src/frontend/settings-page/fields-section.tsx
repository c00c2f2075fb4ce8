import { Button, CodeBlock, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { useAction } from '../components/use-action';
import { useLanguage } from '../language/users-language';
import { ActionFailed } from './action-outcome';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { fieldNames, queues } from './queues';
import { Section } from './section';
import type { SectionProps } from './section';
import type { FieldName } from '../../contract/settings-page';

/** *Fields and queues*: whether Jira has the app's fields, and searches for queues to copy. */
export function FieldsSection({ saved }: Pick<SectionProps, 'saved'>) {
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const { state, verifiedAt } = fieldNames;
  return (
    <Section title={t('settings.fields.title')} intro={t('settings.fields.intro', { state, verifiedAt })}>
      <Inline>
        <Button onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'settings.fields.hide' : 'settings.fields.show')}
        </Button>
      </Inline>
      {isOpen && (
        <>
          <FieldCheck />
          <Text>{t('settings.fields.byHand')}</Text>
          <Queues environment={saved.environment} />
        </>
      )}
    </Section>
  );
}

/** Searches for queues, to select and copy. */
function Queues({ environment }: Pick<SectionProps['saved'], 'environment'>) {
  const { t } = useLanguage();
  return (
    <>
      <Text>{t('settings.fields.queues')}</Text>
      {queues(environment).map(({ name, jql }) => (
        <Stack key={name} space="space.050">
          <Text weight="bold">{t(`settings.fields.queue.${name}`)}</Text>
          <CodeBlock text={jql} language="text" shouldWrapLongLines />
        </Stack>
      ))}
    </>
  );
}

function FieldCheck() {
  const language = useLanguage();
  const { t, list } = language;
  const [missing, setMissing] = useState<FieldName[]>();
  const { running, error, run } = useAction<'check'>();
  const check = async () => {
    setMissing(undefined);
    setMissing(await run('check', () => invoke('checkFields')));
  };
  const names = missing?.map((name) => fieldNames[name]) ?? [];
  return (
    <Stack space="space.100">
      <Inline>
        <LoadingButton isLoading={running !== undefined} onClick={() => void check()}>
          {t('settings.fields.check')}
        </LoadingButton>
      </Inline>
      {missing?.length === 0 && <Text color="color.text.success">{t('settings.fields.there')}</Text>}
      {names.length > 0 && (
        <SectionMessage appearance="warning" title={t('settings.fields.missing.title')}>
          <Text>{t('settings.fields.missing.text', { fields: list(names) })}</Text>
        </SectionMessage>
      )}
      {error && <ActionFailed why={errorSentence(language, error)} />}
    </Stack>
  );
}
