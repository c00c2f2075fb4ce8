import { Inline, LoadingButton } from '@forge/react';
import { useState } from 'react';
import { plainWords } from '../../contract/typed-text';
import { Columns } from '../components/columns';
import { useAction } from '../components/use-action';
import { useLanguage } from '../language/users-language';
import { ActionOutcome } from './action-outcome';
import { invoke } from './invoke';
import { Section } from './section';
import { TextInput } from './text-input';

const nothingTyped = { issueKey: '', reason: '' };
type FieldName = keyof typeof nothingTyped;

/** *Release a request*: from what it was found to need before, with a reason. */
export function ReleaseRequest() {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(nothingTyped);
  const [faults, setFaults] = useState<Partial<Record<FieldName, string>>>({});
  const [done, setDone] = useState<string>();
  const { running, error, run } = useAction<'release'>();
  const change = (field: FieldName, value: string) => {
    setTyped((before) => ({ ...before, [field]: value }));
    setFaults((before) => ({ ...before, [field]: undefined }));
  };
  const release = async () => {
    setDone(undefined);
    const missing = (['issueKey', 'reason'] as const).filter((field) => plainWords(typed[field]) === '');
    setFaults(Object.fromEntries(missing.map((field) => [field, 'required'])));
    if (missing.length > 0) return;
    const released = await run('release', () => invoke('releaseRequest', typed), setFaults);
    if (released === undefined) return;
    setDone(t('settings.release.done'));
    setTyped(nothingTyped);
  };
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
        <LoadingButton isLoading={running === 'release'} onClick={() => void release()}>
          {t('settings.release.submit')}
        </LoadingButton>
      </Inline>
      <ActionOutcome done={done} error={error} />
    </Section>
  );
}
