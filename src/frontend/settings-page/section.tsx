import { Heading, Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';

interface SectionFrame {
  title: string;
  intro?: string;
  children: ReactNode;
}

/** A titled part of the page. */
export function Section({ title, intro, children }: SectionFrame) {
  return (
    <Stack space="space.150">
      <Heading as="h2" size="medium">
        {title}
      </Heading>
      {intro && <Text>{intro}</Text>}
      {children}
    </Stack>
  );
}
