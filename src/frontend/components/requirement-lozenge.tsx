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
  const isEnough = decision.kind === 'sufficient';
  const enough = isDemo ? 'new' : 'success';
  return (
    <Lozenge appearance={isEnough ? enough : 'moved'} maxWidth="300px">
      {t(isEnough ? 'requirement.enough' : 'requirement.notEnough')}
    </Lozenge>
  );
}
