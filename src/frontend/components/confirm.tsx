import {
  Button,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import { useLanguage } from '../language/users-language';
import type { ReactNode } from 'react';

export interface ConfirmProps {
  isOpen: boolean;
  /** What is asked, as a question. */
  title: string;
  /** What it leads to, in a sentence or two. */
  text: string;
  /** What is done, as a verb. */
  action: string;
  /** `danger`: it cannot be undone, or lets wrong people through; `warning`: it disturbs others; `primary`: neither. */
  appearance: 'danger' | 'warning' | 'primary';
  isRunning: boolean;
  /** Why it was not done. */
  error?: string | undefined;
  onConfirm: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

/** Asks before something is done. Stays open while that runs, and where it failed. */
export function Confirm(props: ConfirmProps) {
  const { isOpen, title, text, action, appearance, isRunning, error, onConfirm, onCancel, children } = props;
  const { t } = useLanguage();
  return (
    <ModalTransition>
      {isOpen && (
        <Modal onClose={onCancel}>
          <ModalHeader>
            <ModalTitle>{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Stack space="space.200">
              <Text>{text}</Text>
              {children}
              {error !== undefined && (
                <SectionMessage appearance="error">
                  <Text>{error}</Text>
                </SectionMessage>
              )}
            </Stack>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onCancel}>
              {t('send.cancel')}
            </Button>
            <LoadingButton appearance={appearance} isLoading={isRunning} onClick={onConfirm}>
              {action}
            </LoadingButton>
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
}
