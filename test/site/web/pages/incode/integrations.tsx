import { useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { HelperMessage, Label } from '@atlaskit/form';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import type { Environment } from '../../../incode/model';
import type { DashboardView, IntegrationView } from '../../../incode/views';
import { useAction } from '../flags';
import { useNow } from '../site-context';
import { timeAgo } from '../time';
import { generateSecret } from './dashboard-data';
import { Section } from './section';

const ENVIRONMENTS: readonly { environment: Environment; title: string }[] = [
  { environment: 'demo', title: 'Demo' },
  { environment: 'production', title: 'Production' },
];

/** How an app signs in at Incode, per environment. */
export function Integrations({ integrations }: Pick<DashboardView, 'integrations'>): ReactNode {
  return (
    <Section id="integrations" title="Integrations">
      <div className="cards">
        {ENVIRONMENTS.map(({ environment, title }) => (
          <Card
            key={environment}
            environment={environment}
            title={title}
            integration={integrations[environment]}
          />
        ))}
      </div>
    </Section>
  );
}

interface CardProps {
  environment: Environment;
  title: string;
  integration: IntegrationView;
}

function Card({ environment, title, integration }: CardProps): ReactNode {
  return (
    <section className="card" aria-labelledby={`${environment}-title`}>
      <h3 id={`${environment}-title`}>{title}</h3>
      <Value id={`${environment}-host`} label="API host" value={integration.apiHost} />
      <Value id={`${environment}-key`} label="API key" value={integration.apiKey} />
      <h4>Default client credentials integration</h4>
      <Value id={`${environment}-client`} label="Client ID" value={integration.clientId} />
      <ClientSecret environment={environment} integration={integration} />
      <h4>B2B integration</h4>
      <Value
        id={`${environment}-reference`}
        label="Integration reference"
        value={integration.integrationReference}
      />
    </section>
  );
}

function ClientSecret({ environment, integration }: Omit<CardProps, 'title'>): ReactNode {
  const now = useNow();
  const [secret, setSecret] = useState<string>();
  const generatedAt = integration.secretGeneratedAt;
  const act = useAction();
  const generate = () => {
    act(() => generateSecret(environment).then(setSecret));
  };
  return (
    <div className="client-secret">
      {secret !== undefined && (
        <SectionMessage appearance="warning">
          <Value id={`${environment}-secret`} label="Client secret" value={secret} />
          <p>This is the only time it is shown: copy it now. An older secret no longer works.</p>
        </SectionMessage>
      )}
      <div className="client-secret-generate">
        <Button onClick={generate}>Generate</Button>
        <HelperMessage>
          {generatedAt === undefined
            ? 'No client secret has been generated yet.'
            : `A client secret was generated ${timeAgo(Date.parse(generatedAt), now)}.`}
        </HelperMessage>
      </div>
    </div>
  );
}

function Value({ id, label, value }: { id: string; label: string; value: string }): ReactNode {
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      <Textfield
        id={id}
        value={value}
        isReadOnly
        isMonospaced
        onFocus={(event) => {
          event.target.select();
        }}
      />
    </div>
  );
}
