import { Inline, Lozenge, Text } from '@forge/react';
import { personWords } from '../components/verification-words';
import { useLanguage } from '../language/users-language';
import type { VerificationView } from '../../contract/issue-panel';

interface WhomProps extends Pick<VerificationView, 'subject' | 'reporter'> {
  weight?: 'regular' | 'bold';
}

/** Who a verification is about, and whether that is who reported the request. */
export function Whom({ subject, reporter, weight = 'regular' }: WhomProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Inline space="space.100" rowSpace="space.0" alignBlock="center" shouldWrap>
      <Text weight={weight}>{personWords(language, subject)}</Text>
      {reporter === 'reporter' ? (
        <Text>{t('whom.reporter')}</Text>
      ) : (
        <Lozenge appearance={reporter === 'other' ? 'moved' : 'default'} maxWidth="300px">
          {t(reporter === 'other' ? 'whom.notReporter' : 'whom.reporterUnknown')}
        </Lozenge>
      )}
    </Inline>
  );
}
