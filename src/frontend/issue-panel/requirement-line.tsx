import { Inline, Text } from '@forge/react';
import { RequirementLozenge } from '../components/requirement-lozenge';
import { decisionNow, needWords, standingWords } from '../components/requirement-words';
import { useLanguage } from '../language/users-language';
import type { RequirementView } from '../../contract/issue-panel';

interface RequirementLineProps {
  requirement: RequirementView;
  isDemo: boolean;
  /** The server's time. */
  now: number;
}

/** What the request needs before it counts as verified, and where it stands. */
export function RequirementLine({ requirement, isDemo, now }: RequirementLineProps) {
  const language = useLanguage();
  const { t } = language;
  if (requirement.kind === 'unreadable') {
    return <Text color="color.text.warning">{t('requirement.unreadable')}</Text>;
  }
  const decision = decisionNow(requirement, now);
  return (
    <Inline space="space.100" rowSpace="space.0" alignBlock="center" shouldWrap>
      <RequirementLozenge decision={decision} isDemo={isDemo} />
      <Text weight="medium">{needWords(language, requirement)}</Text>
      <Text>{standingWords(language, decision)}</Text>
    </Inline>
  );
}
