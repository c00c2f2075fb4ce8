import { Box, Button, Inline, List, ListItem, Lozenge, Stack, Text, User, xcss } from '@forge/react';
import { useState } from 'react';
import { stateNow } from '../components/state-now';
import { stateWords } from '../components/state-words';
import { atTime, onDate } from '../components/time-words';
import { how, panelWords, timelineWords, whom } from './words';
import type { VerificationView } from '../../contract/issue-panel';

const frame = xcss({
  borderColor: 'color.border',
  borderRadius: 'radius.medium',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  padding: 'space.150',
});

/** One verification of the past: result, when, for whom, how, by whom; what happened to it on demand. */
export function HistoryEntry({ entry, now }: { entry: VerificationView; now: number }) {
  const [isOpen, setIsOpen] = useState(false);
  const { lozenge, short } = stateWords[stateNow(entry, now)];
  return (
    <Box xcss={frame}>
      <Stack space="space.075">
        <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
          <Lozenge appearance={lozenge}>{short}</Lozenge>
          {entry.environment === 'demo' && <Lozenge appearance="new">DEMO</Lozenge>}
          <Text color="color.text.subtle">{onDate(entry.requestedAt)}</Text>
        </Inline>
        <Text>{whom(entry)}</Text>
        <Inline space="space.075" alignBlock="center" shouldWrap>
          <Text>{`By ${how(entry)} to ${entry.delivery.maskedDestination}, asked by`}</Text>
          <User accountId={entry.requestedBy} />
        </Inline>
        {isOpen && <Timeline entry={entry} />}
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? 'Hide timeline' : 'Show timeline'}
          </Button>
        </Inline>
      </Stack>
    </Box>
  );
}

function Timeline({ entry }: { entry: VerificationView }) {
  return (
    <Stack space="space.075">
      <List type="unordered">
        {entry.timeline.map(({ at, what }) => (
          <ListItem key={`${at}-${what}`}>{`${atTime(at)}  ${timelineWords[what]}`}</ListItem>
        ))}
      </List>
      <Text size="small" color="color.text.subtle">{`${panelWords.sessionId}: ${entry.sessionId}`}</Text>
    </Stack>
  );
}
