import type { ComponentProps, ReactNode } from 'react';
import InlineEdit from '@atlaskit/inline-edit';
import ModalDialog, {
  CloseButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  useModal,
} from '@atlaskit/modal-dialog';
import Popup from '@atlaskit/popup';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import Tooltip from '@atlaskit/tooltip';
import { counterpart, elementsOf, Nodes, useFire, useProps, type Catalogue } from './drawing';
import { nodesIn, stringOf, textOf, wrapped, type ForgeNode } from './forge-node';

const MODAL = ['autoFocus', 'height', 'label', 'shouldScrollInViewport', 'testId', 'width'] as const;
const TOOLTIP = ['delay', 'mousePosition', 'position', 'testId', 'truncate'] as const;
const POPUP = [
  'autoFocus',
  'fallbackPlacements',
  'id',
  'isOpen',
  'label',
  'onClose',
  'placement',
  'role',
  'rootBoundary',
  'shouldFlip',
  'strategy',
  'testId',
  'titleId',
] as const;
const INLINE_EDIT = [
  'cancelButtonLabel',
  'confirmButtonLabel',
  'editButtonLabel',
  'hideActionButtons',
  'isEditing',
  'isRequired',
  'keepEditViewOpenOnBlur',
  'label',
  'onCancel',
  'onEdit',
  'readViewFitContainerWidth',
] as const;

export const overlays: Catalogue = {
  Modal: DrawModal,
  ModalHeader: DrawModalHeader,
  ModalTitle: counterpart(ModalTitle, ['appearance', 'isMultiline', 'testId']),
  ModalBody: counterpart(ModalBody, ['hasInlinePadding', 'testId']),
  ModalFooter: counterpart(ModalFooter, ['testId']),
  ModalTransition: counterpart(ModalTransition, []),
  Tooltip: DrawTooltip,
  Popup: DrawPopup,
  InlineEdit: DrawInlineEdit,
  Tabs: DrawTabs,
  TabList: counterpart(TabList, []),
  Tab: counterpart(Tab, ['testId']),
  TabPanel: counterpart(TabPanel, ['testId']),
};

function DrawModal({ node }: { node: ForgeNode }): ReactNode {
  const props: Partial<ComponentProps<typeof ModalDialog>> = useProps(node, MODAL);
  const fire = useFire(node);
  const title = stringOf(node.props['title']);
  return (
    <ModalDialog
      {...props}
      onClose={() => {
        fire('onClose');
      }}
    >
      {title && (
        <ModalHeader hasCloseButton>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
      )}
      <Nodes nodes={node.children} />
    </ModalDialog>
  );
}

function DrawModalHeader({ node }: { node: ForgeNode }): ReactNode {
  const { onClose } = useModal();
  return (
    <ModalHeader>
      <Nodes nodes={node.children} />
      <CloseButton onClick={onClose} />
    </ModalHeader>
  );
}

function DrawTooltip({ node }: { node: ForgeNode }): ReactNode {
  const props = useProps(node, TOOLTIP) as Partial<ComponentProps<typeof Tooltip>>;
  const content = nodesIn(node.props['content']).map(textOf).join('');
  return (
    <Tooltip {...props} content={content}>
      <Nodes nodes={node.children} />
    </Tooltip>
  );
}

function DrawPopup({ node }: { node: ForgeNode }): ReactNode {
  const props = useProps(node, POPUP) as unknown as Pick<ComponentProps<typeof Popup>, 'isOpen'>;
  return (
    <Popup
      {...props}
      content={() => (
        <div className="popup-content">
          <Nodes nodes={wrapped(node, 'content')} />
        </div>
      )}
      trigger={({ ref }) => (
        <span ref={ref} className="popup-trigger">
          <Nodes nodes={wrapped(node, 'trigger')} />
        </span>
      )}
    />
  );
}

/** UI Kit keeps value and validation in the frame and sends both views drawn; here one is shown. */
function DrawInlineEdit({ node }: { node: ForgeNode }): ReactNode {
  const props: Partial<ComponentProps<typeof InlineEdit>> = useProps(node, INLINE_EDIT);
  const fire = useFire(node);
  return (
    <InlineEdit
      {...props}
      defaultValue=""
      editView={() => <Nodes nodes={wrapped(node, 'editView')} />}
      readView={() => (
        <div className="inline-edit-read">
          <Nodes nodes={wrapped(node, 'readView')} />
        </div>
      )}
      onConfirm={() => {
        fire('onConfirm');
      }}
    />
  );
}

function DrawTabs({ node }: { node: ForgeNode }): ReactNode {
  const props: Partial<ComponentProps<typeof Tabs>> = useProps(node, [
    'defaultSelected',
    'onChange',
    'selected',
    'shouldUnmountTabPanelOnChange',
    'testId',
  ]);
  return (
    <Tabs {...props} id={stringOf(node.props['id']) || node.key}>
      {elementsOf(node.children)}
    </Tabs>
  );
}
