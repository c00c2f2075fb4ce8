import { Box, Inline, Text, xcss } from '@forge/react';
import type { ReactNode } from 'react';

const labelColumn = xcss({ minWidth: '88px' });

/** A label, and beside it what there is to say. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Box xcss={labelColumn}>
        <Text color="color.text.subtle">{label}</Text>
      </Box>
      {typeof children === 'string' ? <Text>{children}</Text> : children}
    </Inline>
  );
}
