import { Button, Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { useLanguage, UsersLanguage } from '../language/users-language';
import { Check } from './check';
import { usePortal } from './use-portal';
import type { Portal } from './use-portal';

/** The panel on a request's page in the portal: an employee sees who asked for the check, and can say that they did not. */
export function PortalPanel() {
  const portal = usePortal();
  return (
    <UsersLanguage>
      <Content portal={portal} />
    </UsersLanguage>
  );
}

function Content({ portal }: { portal: Portal }) {
  const { t } = useLanguage();
  const { view, loadError, reload } = portal;
  return (
    <Stack space="space.150">
      {loadError && <LoadProblem isOutdated={view !== undefined} reload={reload} />}
      {view?.kind === 'check' && <Check check={view} portal={portal} />}
      {view?.kind === 'quiet' && <Text color="color.text.subtle">{t('portal.quiet')}</Text>}
      {!view && !loadError && <Spinner label={t('panel.loading')} />}
    </Stack>
  );
}

interface LoadProblemProps extends Pick<Portal, 'reload'> {
  isOutdated: boolean;
}

function LoadProblem({ isOutdated, reload }: LoadProblemProps) {
  const { t } = useLanguage();
  return (
    <SectionMessage
      appearance={isOutdated ? 'warning' : 'error'}
      title={t(isOutdated ? 'panel.outdated.title' : 'panel.unavailable.title')}
    >
      <Stack space="space.100">
        <Text>{t('portal.unavailable.text')}</Text>
        <Inline>
          <Button onClick={() => void reload()}>{t('panel.tryAgain')}</Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
