import { Textfield } from '@forge/react';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { Choice } from './choice';
import { CredentialsTest } from './credentials-test';
import { Section } from './section';
import type { SectionProps } from './settings-page';
import type { CredentialsForm } from '../../contract/settings-page';

const environments = [
  { value: 'demo', label: 'Demo', host: 'demo-api.incodesmile.com' },
  { value: 'production', label: 'Production', host: 'saas-api.incodesmile.com' },
] as const;

/** *Incode API Credentials* */
export function CredentialsSection({ model, saved, form }: SectionProps) {
  const host = environments.find(({ value }) => value === form.environment)?.host;
  const referenceError = model.error?.fields?.['integrationReference'];
  return (
    <Section title="Incode API Credentials">
      <Field id="environment" label="Environment" help={`API host: ${host ?? ''}`}>
        <Choice
          id="environment"
          options={environments}
          value={form.environment}
          onChange={(environment) => {
            model.change({ environment });
          }}
        />
      </Field>
      <Credential name="apiKey" label="API Key" model={model} saved={saved} form={form} />
      <Credential name="clientId" label="Client ID" model={model} saved={saved} form={form} />
      <Credential name="clientSecret" label="Client Secret" model={model} saved={saved} form={form} />
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
      <CredentialsTest credentials={form} />
    </Section>
  );
}

interface CredentialProps extends SectionProps {
  name: Exclude<keyof CredentialsForm, 'environment'>;
  label: string;
}

function Credential({ name, label, model, saved, form }: CredentialProps) {
  const isSaved = saved.credentialsSavedAt !== undefined;
  const error = model.error?.fields?.[name];
  return (
    <Field
      id={name}
      label={label}
      isRequired={!isSaved}
      help={isSaved ? 'Saved. Leave blank to keep it, or enter a new one to replace it.' : undefined}
      error={fieldError(error)}
    >
      <Textfield
        id={name}
        name={name}
        type={name === 'clientId' ? 'text' : 'password'}
        value={form[name]}
        placeholder={isSaved ? '••••••••' : ''}
        isInvalid={error !== undefined}
        onChange={(event) => {
          model.change({ [name]: String(event.target.value) });
        }}
      />
    </Field>
  );
}
