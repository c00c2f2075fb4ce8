import { Button, Inline, Text, Textfield, User } from '@forge/react';
import { useState } from 'react';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { Choice } from './choice';
import { CredentialsTest } from './credentials-test';
import { environments } from './environments';
import { Section } from './section';
import type { SectionProps } from './settings-page';
import type { CredentialsForm } from '../../contract/settings-page';

/** *Incode API Credentials* */
export function CredentialsSection({ model, saved, form }: SectionProps) {
  const { host, meaning } = environments.find(({ value }) => value === form.environment) ?? environments[0];
  const [isReplacing, setIsReplacing] = useState(false);
  const isKept = saved.credentialsSavedAt !== undefined && !isReplacing;
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
      <SavedCredentials saved={saved} isKept={isKept} onReplace={setIsReplacing} />
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
        onEnvironment={(environment) => {
          model.change({ environment });
        }}
      />
    </Section>
  );
}

interface SavedCredentialsProps extends Pick<SectionProps, 'saved'> {
  isKept: boolean;
  onReplace: (isReplacing: boolean) => void;
}

/** When and by whom credentials were saved; they themselves are never shown again. */
function SavedCredentials({ saved, isKept, onReplace }: SavedCredentialsProps) {
  const { credentialsSavedAt, credentialsSavedBy } = saved;
  if (credentialsSavedAt === undefined) return null;
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Text>{`Credentials saved on ${new Date(credentialsSavedAt).toLocaleString()} by`}</Text>
      {credentialsSavedBy && <User accountId={credentialsSavedBy} />}
      <Button spacing="compact" onClick={() => onReplace(isKept)}>
        {isKept ? 'Replace' : 'Keep them'}
      </Button>
    </Inline>
  );
}

interface CredentialProps extends Pick<SectionProps, 'model' | 'form'> {
  /** The saved one is kept unless another is typed. */
  isKept: boolean;
  name: Exclude<keyof CredentialsForm, 'environment'>;
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
