import { Button, Inline } from '@forge/react';
import { useState } from 'react';
import { Confirm } from '../components/confirm';
import { useLanguage } from '../language/users-language';
import type { Portal } from './use-portal';

/** Says that the employee did not ask for the check; asks first, since it cannot be taken back. */
export function ObjectionButton({ objection }: Pick<Portal, 'objection'>) {
  const { t } = useLanguage();
  const [isAsked, setIsAsked] = useState(false);
  const { forgive, hasFailed, isRunning, make } = objection;
  const ask = (whether: boolean) => {
    forgive();
    setIsAsked(whether);
  };
  return (
    <>
      <Inline>
        <Button onClick={() => ask(true)}>{t('portal.object.action')}</Button>
      </Inline>
      <Confirm
        isOpen={isAsked}
        title={t('portal.object.title')}
        text={t('portal.object.text')}
        action={t('portal.object.action')}
        appearance="danger"
        isRunning={isRunning}
        error={hasFailed ? t('portal.object.failed') : undefined}
        onCancel={() => ask(false)}
        onConfirm={() => void make().then((isDone) => isDone && setIsAsked(false))}
      />
    </>
  );
}
