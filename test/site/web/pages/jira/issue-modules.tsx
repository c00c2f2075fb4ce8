import { useState, type ReactNode } from 'react';
import AppIcon from '@atlaskit/icon/core/app';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { AppFrame } from '../app-frame';
import { useSite, type AppModule } from '../site-context';

interface IssueModulesProps {
  type: AppModule['type'];
  issueKey: string;
  projectType: string;
  refresh: () => void;
  /** Modules that are not shown. */
  hidden?: readonly string[];
  /** The panel that the user has just added. */
  added?: string | undefined;
}

/** The app's modules of one type that have a place on this request, open. */
export function IssueModules({ type, projectType, hidden = [], added, ...at }: IssueModulesProps): ReactNode {
  const { app } = useSite();
  return app.modules
    .filter((module) => module.type === type && isShown(module, projectType) && !hidden.includes(module.key))
    .map((module) => (
      <IssueModule key={module.key} module={module} isNewToIssue={added === module.key} {...at} />
    ));
}

type IssueModuleProps = Pick<IssueModulesProps, 'issueKey' | 'refresh'> & {
  module: AppModule;
  isNewToIssue: boolean;
};

function IssueModule({ module, ...at }: IssueModuleProps): ReactNode {
  const { language } = useSite().app;
  const [open, setOpen] = useState(true);
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  const bodyId = `module-${module.key}`;
  return (
    <section className="issue-module" data-type={module.type} aria-label={module.title} lang={language}>
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => {
            setOpen(!open);
          }}
        >
          <Chevron label="" size="small" />
          {module.icon ? <img src={module.icon} alt="" width={16} height={16} /> : <AppIcon label="" />}
          {module.title}
        </button>
      </h2>
      <div id={bodyId} hidden={!open}>
        <AppFrame module={module} {...at} />
      </div>
    </section>
  );
}

/** A manifest with other display conditions than `projectType` is refused at the start. */
export function isShown(module: AppModule, projectType: string): boolean {
  const wanted = module.displayConditions?.projectType;
  return wanted === undefined || wanted === projectType;
}
