import { Button, Inline, Stack, Text, Textfield, User } from '@forge/react';
import { Columns } from '../components/columns';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { Phrase } from '../language/phrase';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { environments } from './choices';
import { CredentialsTest } from './credentials-test';
import { Section } from './section';
import type { Focus } from '../components/use-focus';
import type { SectionProps } from './section';

/** Incode's API of each environment. */
const hosts = { demo: 'demo-api.incodesmile.com', production: 'saas-api.incodesmile.com' };

interface CredentialsProps extends SectionProps {
  focus: Focus;
}

/** *Incode API Credentials* */
export function CredentialsSection(props: CredentialsProps) {
  const { model, saved, form } = props;
  const { t } = useLanguage();
  const { environment } = form;
  const areKept = saved.credentialsSavedAt !== undefined && !form.areCredentialsReplaced;
  return (
    <Section title={t('settings.credentials.title')}>
      <Field
        id="environment"
        label={t('settings.name.environment')}
        help={t(`settings.help.environment.${environment}`, { host: hosts[environment] })}
      >
        <Choice
          id="environment"
          options={environments(t)}
          value={environment}
          onChange={(chosen) => {
            model.change({ environment: chosen });
          }}
        />
      </Field>
      <SavedCredentials {...props} />
      {!areKept && (
        <Columns>
          <SecretField name="apiKey" {...props} />
          <SecretField name="clientId" {...props} />
          <SecretField name="clientSecret" {...props} />
          <IntegrationReference {...props} />
        </Columns>
      )}
      {areKept && <IntegrationReference {...props} />}
      <CredentialsTest
        model={model}
        saved={saved}
        credentials={form}
        current={() => model.currentForm() ?? form}
      />
    </Section>
  );
}

/** When and by whom credentials were saved; they themselves are never shown again. */
function SavedCredentials({ model, saved, form }: SectionProps) {
  const { t, onDate } = useLanguage();
  const { credentialsSavedAt, credentialsSavedBy } = saved;
  if (credentialsSavedAt === undefined) return null;
  const isReplaced = form.areCredentialsReplaced === true;
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Phrase
          text={t('settings.credentials.saved', { date: onDate(credentialsSavedAt) })}
          parts={{ user: credentialsSavedBy && <User accountId={credentialsSavedBy} /> }}
        />
        <Button
          onClick={() => {
            model.change({ areCredentialsReplaced: !isReplaced, apiKey: '', clientId: '', clientSecret: '' });
          }}
        >
          {t(isReplaced ? 'settings.credentials.keep' : 'settings.credentials.replace')}
        </Button>
      </Inline>
      {!isReplaced && form.environment !== saved.environment && (
        <Text color="color.text.warning">
          {t('settings.credentials.savedFor', {
            saved: t(`settings.value.environment.${saved.environment}`),
            chosen: t(`settings.value.environment.${form.environment}`),
          })}
        </Text>
      )}
    </Stack>
  );
}

interface SecretFieldProps extends CredentialsProps {
  name: 'apiKey' | 'clientId' | 'clientSecret';
}

function SecretField({ name, model, form, focus }: SecretFieldProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const fault = model.faults[name];
  return (
    <Field
      id={name}
      label={t(`settings.name.${name}`)}
      isRequired
      error={fieldError(fault, t(`settings.name.${name}`))}
    >
      <Textfield
        key={focus.keyOf(name)}
        {...focus.propsOf(name)}
        id={name}
        name={name}
        type={name === 'clientId' ? 'text' : 'password'}
        value={form[name]}
        isInvalid={fault !== undefined}
        onChange={(event) => {
          model.change({ [name]: String(event.target.value) });
        }}
      />
    </Field>
  );
}

function IntegrationReference({ model, form }: SectionProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const fault = model.faults['integrationReference'];
  return (
    <Field
      id="integrationReference"
      label={t('settings.name.integrationReference')}
      isRequired
      help={t('settings.help.integrationReference')}
      error={fieldError(fault, t('settings.name.integrationReference'))}
    >
      <Textfield
        id="integrationReference"
        name="integrationReference"
        value={form.integrationReference}
        isInvalid={fault !== undefined}
        onChange={(event) => {
          model.change({ integrationReference: String(event.target.value) });
        }}
      />
    </Field>
  );
}
