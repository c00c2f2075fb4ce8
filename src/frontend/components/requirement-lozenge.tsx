import { Lozenge } from '@forge/react';
import { useLanguage } from '../language/users-language';
import type { Decision } from './requirement-words';

interface RequirementLozengeProps {
  decision: Decision;
  isDemo: boolean;
}

/** Whether a request has what it needs; demo results are never green. */
export function RequirementLozenge({ decision, isDemo }: RequirementLozengeProps) {
  const { t } = useLanguage();
  if (decision.kind === 'insufficient') {
    return (
      <Lozenge appearance="moved" maxWidth="300px">
        {t('requirement.notEnough')}
      </Lozenge>
    );
  }
  const enough = t('requirement.enough');
  return (
    <Lozenge appearance={isDemo ? 'new' : 'success'} maxWidth="300px">
      {isDemo ? t('glance.demo', { state: enough }) : enough}
    </Lozenge>
  );
}
