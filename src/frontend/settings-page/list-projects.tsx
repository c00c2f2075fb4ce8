import { Inline, LoadingButton, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import type { ServiceProjects } from './use-service-projects';

interface ListProjectsProps {
  projects: ServiceProjects;
  /** What the button says while no project is listed. */
  first: string;
}

/** Lists the service projects to choose from, and more of them where there are many. */
export function ListProjects({ projects, first }: ListProjectsProps) {
  const language = useLanguage();
  const { t, number } = language;
  const { listed, total, isListing, error, list } = projects;
  if (total !== undefined && listed.length >= total) return null;
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      {total !== undefined && (
        <Text>{t('settings.projects.listed', { listed: number(listed.length), total: number(total) })}</Text>
      )}
      <LoadingButton spacing="compact" isLoading={isListing} onClick={() => void list()}>
        {total === undefined ? first : t('settings.projects.more')}
      </LoadingButton>
      {error && <Text color="color.text.danger">{errorSentence(language, error)}</Text>}
    </Inline>
  );
}
