import { router } from '@forge/bridge';
import { Button, Inline } from '@forge/react';
import { useEffect, useState } from 'react';
import { call } from '../components/call';
import { useLanguage } from '../language/users-language';
import { invoke } from './invoke';

/** The way to the app's settings, for those who may go there; for others nothing. */
export function SettingsLink() {
  const { t } = useLanguage();
  const [moduleKey, setModuleKey] = useState<string>();
  useEffect(() => {
    let isGone = false;
    void call(invoke('findSettings')).then((answer) => {
      if (answer.ok && !isGone) setModuleKey(answer.data.moduleKey);
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (moduleKey === undefined) return null;
  // That Jira takes an admin page for a target is unconfirmed.
  const open = () => void router.open({ target: 'module', moduleKey });
  return (
    <Inline>
      <Button onClick={open}>{t('panel.openSettings')}</Button>
    </Inline>
  );
}
