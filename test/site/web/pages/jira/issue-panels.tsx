import { useCallback, useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { requestJson, sendJson } from '../../http';
import { useAction } from '../flags';
import { useSite } from '../site-context';
import { useSiteData } from '../use-site-data';
import { IssueModules, isShown } from './issue-modules';

interface IssuePanelsProps {
  issueKey: string;
  projectType: string;
  refresh: () => void;
}

/** The app's panels on this request; those that nobody has added to it yet are buttons that do. */
export function IssuePanels(props: IssuePanelsProps): ReactNode {
  const { issueKey, projectType } = props;
  const { app, user } = useSite();
  const [added, setAdded] = useState<string>();
  const act = useAction();
  const load = useCallback(() => loadHidden(user.login, issueKey), [user.login, issueKey]);
  const { data: hidden, reload } = useSiteData(load);
  if (!hidden) return null;
  const add = (module: string) => {
    act(async () => {
      await sendJson('POST', '/site/panels', { module, issue: issueKey, as: user.login });
      setAdded(module);
      reload();
    });
  };
  const waiting = app.modules.filter(({ key }) => hidden.includes(key));
  return (
    <>
      {waiting
        .filter((module) => isShown(module, projectType))
        .map(({ key, title }) => (
          <Button key={key} spacing="compact" onClick={() => add(key)}>
            {`Add ${title}`}
          </Button>
        ))}
      <IssueModules type="jira:issuePanel" hidden={hidden} added={added} {...props} />
    </>
  );
}

async function loadHidden(as: string, issue: string): Promise<readonly string[]> {
  const query = new URLSearchParams({ as, issue }).toString();
  return (await requestJson<{ hidden: string[] }>(`/site/panels?${query}`)).hidden;
}
