import { Button, Inline, Stack, Text, Textfield, User } from '@forge/react';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { Phrase } from '../language/phrase';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { environments } from './choices';
import { CredentialsTest } from './credentials-test';
import { Section } from './section';
import type { SectionProps } from './section';

/** Incode's API of each environment. */
const hosts = { demo: 'demo-api.incodesmile.com', production: 'saas-api.incodesmile.com' };

/** *Incode API Credentials* */
export function CredentialsSection(props: SectionProps) {
  const { model, saved, form } = props;
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const { environment } = form;
  const isKept = saved.credentialsSavedAt !== undefined && !form.areCredentialsReplaced;
  const referenceError = model.error?.fields?.['integrationReference'];
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
      <Credential name="apiKey" model={model} isKept={isKept} form={form} />
      <Credential name="clientId" model={model} isKept={isKept} form={form} />
      <Credential name="clientSecret" model={model} isKept={isKept} form={form} />
      <Field
        id="integrationReference"
        label={t('settings.name.integrationReference')}
        isRequired
        help={t('settings.help.integrationReference')}
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
        onEnvironment={(chosen) => {
          model.change({ environment: chosen });
        }}
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
          spacing="compact"
          onClick={() => {
            const typed = isReplaced ? { apiKey: '', clientId: '', clientSecret: '' } : {};
            model.change({ areCredentialsReplaced: !isReplaced, ...typed });
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

interface CredentialProps extends Pick<SectionProps, 'model' | 'form'> {
  /** The saved one is kept unless another is typed. */
  isKept: boolean;
  name: 'apiKey' | 'clientId' | 'clientSecret';
}

function Credential({ name, model, isKept, form }: CredentialProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const error = model.error?.fields?.[name];
  return (
    <Field
      id={name}
      label={t(`settings.name.${name}`)}
      isRequired={!isKept}
      help={isKept ? t('settings.credentials.blank') : undefined}
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
