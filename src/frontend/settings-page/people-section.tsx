import { useLanguage } from '../language/users-language';
import { LiftLimit } from './lift-limit';
import { OneEmployee } from './one-employee';
import { Section } from './section';

/** *People and data*: lifting a limit, resetting an identity, erasing an employee. */
export function PeopleSection() {
  const { t } = useLanguage();
  return (
    <Section title={t('settings.people.title')} intro={t('settings.people.intro')}>
      <LiftLimit />
      <OneEmployee />
    </Section>
  );
}
