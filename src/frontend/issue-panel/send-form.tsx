import { Box, Button, ButtonGroup, Form, Inline, LoadingButton, Stack, Text, xcss } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { AlternateEmailField, EmailField, MethodField, PhoneField, ReasonField } from './send-fields';
import { SendingProblem } from './sending-problem';
import { isTyped } from './send-values';
import { useSendForm } from './use-send-form';
import type { FormFocus } from './use-form-focus';
import type { NewLink } from './use-new-link';
import type { SendForm as SendFormState } from './use-send-form';
import type { ReactNode } from 'react';
import type { PanelView } from '../../contract/issue-panel';

interface SendFormProps {
  view: PanelView;
  /** The server's time. */
  now: number;
  newLink: NewLink;
  focus: FormFocus;
  /** What stands already, where something does; there is a way back to it. */
  above?: ReactNode;
}

/** From how many links left it is told. */
const FEW_LINKS = 3;

interface DestinationFieldsProps {
  form: SendFormState;
  view: PanelView;
}

// Beside the method where there is room, else below it.
const destination = xcss({ width: '45%', minWidth: '240px', flexGrow: '1' });

function DestinationFields({ form, view }: DestinationFieldsProps) {
  const { t } = useLanguage();
  const { typedDestinations, defaultCountry } = view;
  if (typedDestinations === 'not-allowed') return <Text>{t('send.corporateOnly')}</Text>;
  return (
    <>
      <Inline space="space.300" rowSpace="space.150" shouldWrap>
        <MethodField form={form} />
        <Box xcss={destination}>
          {form.values.method === 'sms' ? (
            <PhoneField form={form} defaultCountry={defaultCountry} />
          ) : (
            <AlternateEmailField form={form} />
          )}
        </Box>
      </Inline>
      {typedDestinations === 'with-reason' && isTyped(form.values) && <ReasonField form={form} />}
    </>
  );
}

/** The form that has a link sent. */
export function SendForm({ view, now, newLink, focus, above }: SendFormProps) {
  const { t, counted } = useLanguage();
  const hasFewLinks = view.linksLeft > 0 && view.linksLeft <= FEW_LINKS;
  const hasWayBack = Boolean(above);
  const form = useSendForm({ view, newLink, focus, takesFocus: hasWayBack });
  const { error } = form;
  // The notice of the attempt says it already.
  const isDoubtShown = error?.code === 'in-doubt' && view.attempt?.state === 'in-doubt';
  const cancel = () => {
    focus.enter();
    newLink.close();
  };
  return (
    <Form onSubmit={form.submit}>
      <Stack space="space.150">
        {above}
        {error && !isDoubtShown && <SendingProblem error={error} now={now} />}
        <EmailField form={form} requester={view.requester} />
        <DestinationFields form={form} view={view} />
        {hasFewLinks && <Text>{counted('send.linksLeft', view.linksLeft)}</Text>}
        <Inline>
          <ButtonGroup>
            <LoadingButton
              {...focus.controls}
              type="submit"
              appearance="primary"
              autoFocus={form.firstFocus === 'submit'}
              isLoading={form.isSending || form.isOtherSending}
            >
              {t('send.submit')}
            </LoadingButton>
            {hasWayBack && (
              <Button {...focus.controls} appearance="subtle" onClick={cancel}>
                {t('send.cancel')}
              </Button>
            )}
          </ButtonGroup>
        </Inline>
      </Stack>
    </Form>
  );
}
