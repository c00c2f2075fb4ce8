import { view } from '@forge/bridge';
import { Textfield, useProductContext } from '@forge/react';
import { useEffect, useState } from 'react';
import { Field } from '../components/field';
import { useLanguage } from '../language/users-language';

/** What Automation fills in with the key of the request that the rule runs for. */
const OWN_REQUEST = '{{issue.key}}';

/**
 * What an action is told: the request's key. Automation keeps what was submitted last, and lets nobody go on before.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#action-configuration
 */
export function ActionForm() {
  const extension = useProductContext()?.extension;
  return extension && <IssueKey saved={savedKey(extension['data'])} />;
}

function IssueKey({ saved }: { saved: string | undefined }) {
  const { t } = useLanguage();
  const [issueKey, setIssueKey] = useState(saved ?? OWN_REQUEST);
  useEffect(() => {
    // Best effort: Automation checks the rule when it is saved.
    view.submit({ issueKey }).catch(() => undefined);
  }, [issueKey]);
  return (
    <Field
      id="issueKey"
      label={t('automation.issueKey.label')}
      help={t('automation.issueKey.help')}
      isRequired
    >
      <Textfield
        id="issueKey"
        name="issueKey"
        value={issueKey}
        onChange={(event) => {
          setIssueKey(String(event.target.value));
        }}
      />
    </Field>
  );
}

/** The key that a rule was saved with. */
function savedKey(data: unknown): string | undefined {
  const { inputs } = (data ?? {}) as { inputs?: { issueKey?: unknown } };
  return typeof inputs?.issueKey === 'string' ? inputs.issueKey : undefined;
}
