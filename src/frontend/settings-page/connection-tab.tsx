import { Form, Stack } from '@forge/react';
import { useFocus } from '../components/use-focus';
import { CredentialsSection } from './credentials-section';
import { SaveSection } from './save-section';
import { SetupChecklist } from './setup-checklist';
import { TestLink } from './test-link';
import { WebhookSection } from './webhook-section';
import type { SectionProps } from './section';

/** *Connection*: all that one has to do, in the order of the integration guide's steps 3 and 4. */
export function ConnectionTab(props: SectionProps) {
  const focus = useFocus();
  return (
    <>
      <SetupChecklist {...props} focus={focus} />
      <Form onSubmit={props.model.save}>
        <Stack space="space.200">
          <CredentialsSection {...props} focus={focus} />
          <SaveSection model={props.model} />
        </Stack>
      </Form>
      <WebhookSection {...props} focus={focus} />
      <TestLink {...props} focus={focus} />
    </>
  );
}
