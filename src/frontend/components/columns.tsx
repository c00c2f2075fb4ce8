import { Box, Inline, xcss } from '@forge/react';
import { Children } from 'react';
import type { ReactNode } from 'react';

// Two beside each other where there is room, else one below the other.
const column = xcss({ width: '45%', minWidth: '240px', flexGrow: '1' });

/** Short fields beside each other, all of one width. */
export function Columns({ children }: { children: ReactNode }) {
  const fields = Children.toArray(children);
  return (
    <Inline space="space.200" rowSpace="space.150" shouldWrap>
      {fields.map((field, place) => (
        <Box key={place} xcss={column}>
          {field}
        </Box>
      ))}
      {fields.length % 2 === 1 && <Box xcss={column} />}
    </Inline>
  );
}
