import { Button, Inline, Stack, Text, Textfield, User } from '@forge/react';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { Choice } from './choice';
import { CredentialsTest } from './credentials-test';
import { environmentLabel, environments } from './choices';
import { Section } from './section';
import type { SectionProps } from './settings-page';

/** *Incode API Credentials* */
export function CredentialsSection({ model, saved, form }: SectionProps) {
  const { host, meaning } = environments.find(({ value }) => value === form.environment) ?? environments[0];
  const isKept = saved.credentialsSavedAt !== undefined && !form.areCredentialsReplaced;
  const referenceError = model.error?.fields?.['integrationReference'];
  return (
    <Section title="Incode API Credentials">
      <Field id="environment" label="Environment" help={`API host: ${host}. ${meaning}`}>
        <Choice
          id="environment"
          options={environments}
          value={form.environment}
          onChange={(environment) => {
            model.change({ environment });
          }}
        />
      </Field>
      <SavedCredentials model={model} saved={saved} form={form} />
      <Credential name="apiKey" label="API Key" model={model} isKept={isKept} form={form} />
      <Credential name="clientId" label="Client ID" model={model} isKept={isKept} form={form} />
      <Credential name="clientSecret" label="Client Secret" model={model} isKept={isKept} form={form} />
      <Field
        id="integrationReference"
        label="Integration Reference"
        isRequired
        help="Dashboard → Integrations → your B2B integration"
        error={fieldError(referenceError)}
      >
        <Textfield
          id="integrationReference"
          name="integrationReference"
          value={form.integrationReference}
          isInvalid={referenceError !== undefined}
          onChange={(event) => {
            model.change({ integrationReference: String(event.target.value) });
          }}
        />
      </Field>
      <CredentialsTest
        credentials={form}
        current={() => model.currentForm() ?? form}
        onEnvironment={(environment) => {
          model.change({ environment });
        }}
      />
    </Section>
  );
}

/** When and by whom credentials were saved; they themselves are never shown again. */
function SavedCredentials({ model, saved, form }: Omit<SectionProps, 'projects'>) {
  const { credentialsSavedAt, credentialsSavedBy } = saved;
  if (credentialsSavedAt === undefined) return null;
  const isReplaced = form.areCredentialsReplaced === true;
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Text>{`Credentials saved on ${new Date(credentialsSavedAt).toLocaleString()} by`}</Text>
        {credentialsSavedBy && <User accountId={credentialsSavedBy} />}
        <Button
          spacing="compact"
          onClick={() => {
            const typed = isReplaced ? { apiKey: '', clientId: '', clientSecret: '' } : {};
            model.change({ areCredentialsReplaced: !isReplaced, ...typed });
          }}
        >
          {isReplaced ? 'Keep them' : 'Replace'}
        </Button>
      </Inline>
      {!isReplaced && form.environment !== saved.environment && (
        <Text color="color.text.warning">
          {`They were saved for ${environmentLabel(saved.environment)}. Replace them, unless ${environmentLabel(form.environment)} accepts them as well.`}
        </Text>
      )}
    </Stack>
  );
}

interface CredentialProps extends Pick<SectionProps, 'model' | 'form'> {
  /** The saved one is kept unless another is typed. */
  isKept: boolean;
  name: 'apiKey' | 'clientId' | 'clientSecret';
  label: string;
}

function Credential({ name, label, model, isKept, form }: CredentialProps) {
  const error = model.error?.fields?.[name];
  return (
    <Field
      id={name}
      label={label}
      isRequired={!isKept}
      help={isKept ? 'Leave blank to keep the saved one.' : undefined}
      error={fieldError(error)}
    >
      <Textfield
        id={name}
        name={name}
        type={name === 'clientId' ? 'text' : 'password'}
        value={form[name]}
        placeholder={isKept ? '••••••••' : ''}
        isInvalid={error !== undefined}
        onChange={(event) => {
          model.change({ [name]: String(event.target.value) });
        }}
      />
    </Field>
  );
}
