import { i18n, view } from '@forge/bridge';
import { Button, Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import { makeLanguage } from './language';
import type { Language } from './language';
import type { ReactNode } from 'react';

const Context = createContext<Language | undefined>(undefined);

/** The user's language. @throws Error outside of a `UsersLanguage` */
export function useLanguage(): Language {
  const language = useContext(Context);
  if (!language) throw new Error('There are no words outside of UsersLanguage.');
  return language;
}

interface UsersLanguageProps {
  children: ReactNode;
  /** What is drawn until then. */
  waiting?: ReactNode;
}

/** Shows its children once the texts of the user's language have come; what loads data stands around it, not in it. */
export function UsersLanguage({ children, waiting = <Spinner /> }: UsersLanguageProps) {
  const [language, setLanguage] = useState<Language>();
  const [hasFailed, setHasFailed] = useState(false);
  const load = useCallback(() => {
    setHasFailed(false);
    loadLanguage().then(setLanguage, () => setHasFailed(true));
  }, []);
  useEffect(load, [load]);
  if (language) return <Context.Provider value={language}>{children}</Context.Provider>;
  return hasFailed ? <NoTexts tryAgain={load} /> : waiting;
}

async function loadLanguage(): Promise<Language> {
  const { locale, timezone } = await view.getContext();
  return makeLanguage(await i18n.createTranslationFunction(locale), { locale, timezone });
}

/** Where no texts have come, these must do. */
function NoTexts({ tryAgain }: { tryAgain: () => void }) {
  return (
    <SectionMessage appearance="error" title="The app’s texts can’t be loaded">
      <Stack space="space.100">
        <Text>Until they are there, nothing can be shown.</Text>
        <Inline>
          <Button onClick={tryAgain}>Try again</Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
