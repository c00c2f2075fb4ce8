import { Inline, LoadingButton, Text } from '@forge/react';
import { errorSentence } from './words';
import type { ServiceProjects } from './use-service-projects';

interface ListProjectsProps {
  projects: ServiceProjects;
  /** What the button says while no project is listed. */
  first: string;
}

/** Lists the service projects to choose from, and more of them where there are many. */
export function ListProjects({ projects, first }: ListProjectsProps) {
  const { listed, total, isListing, error, list } = projects;
  if (total !== undefined && listed.length >= total) return null;
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      {total !== undefined && <Text>{`${listed.length} of ${total} service projects are listed.`}</Text>}
      <LoadingButton spacing="compact" isLoading={isListing} onClick={() => void list()}>
        {total === undefined ? first : 'List more projects'}
      </LoadingButton>
      {error && <Text color="color.text.danger">{errorSentence(error)}</Text>}
    </Inline>
  );
}
