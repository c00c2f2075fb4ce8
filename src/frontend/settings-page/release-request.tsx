import { Inline, LoadingButton } from '@forge/react';
import { Columns } from '../components/columns';
import { useLanguage } from '../language/users-language';
import { ActionOutcome } from './action-outcome';
import { invoke } from './invoke';
import { Section } from './section';
import { TextInput } from './text-input';
import { useActionForm } from './use-action-form';

/** *Release a request*: from what it was found to need before, with a reason. */
export function ReleaseRequest() {
  const { t } = useLanguage();
  const form = useActionForm({ issueKey: '', reason: '' }, (typed) => invoke('releaseRequest', typed));
  const { typed, faults, isDone, error, isRunning, change, submit } = form;
  return (
    <Section title={t('settings.release.title')} intro={t('settings.release.intro')}>
      <Columns>
        <TextInput
          id="releaseIssueKey"
          label={t('settings.people.name.ticket')}
          value={typed.issueKey}
          onChange={(value) => change('issueKey', value)}
          error={faults.issueKey}
        />
        <TextInput
          id="releaseReason"
          label={t('settings.people.reason')}
          value={typed.reason}
          onChange={(value) => change('reason', value)}
          error={faults.reason}
        />
      </Columns>
      <Inline>
        <LoadingButton isLoading={isRunning} onClick={() => void submit()}>
          {t('settings.release.submit')}
        </LoadingButton>
      </Inline>
      <ActionOutcome done={isDone ? t('settings.release.done') : undefined} error={error} />
    </Section>
  );
}
