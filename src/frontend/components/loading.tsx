import { Box, Spinner, xcss } from '@forge/react';

// About as high as what comes, so that the page below does not jump.
const place = xcss({ minHeight: '320px' });

/** Keeps the place of what is being loaded. */
export function Loading({ label }: { label?: string }) {
  return (
    <Box xcss={place}>
      <Spinner {...(label !== undefined && { label })} />
    </Box>
  );
}
