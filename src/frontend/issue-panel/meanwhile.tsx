import { Inline, Stack, User } from '@forge/react';
import { Phrase } from '../language/phrase';
import { useLanguage } from '../language/users-language';
import { VerdictBox } from './verdict-box';
import type { NewLink } from './use-new-link';
import type { VerdictProps } from './verdict-box';

interface MeanwhileProps extends VerdictProps {
  what: NonNullable<NewLink['cameMeanwhile']>;
}

/** What came while somebody was filling in the form. */
export function Meanwhile({ what, ...verdict }: MeanwhileProps) {
  const { t } = useLanguage();
  return (
    <Stack space="space.100">
      <VerdictBox {...verdict} />
      <Inline space="space.075" rowSpace="space.0" alignBlock="center" shouldWrap>
        <Phrase
          text={t(`meanwhile.${what}`)}
          parts={{ user: <User accountId={verdict.verification.requestedBy} /> }}
        />
      </Inline>
    </Stack>
  );
}
