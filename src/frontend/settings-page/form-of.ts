import type { SettingsForm, SettingsView } from '../../contract/settings-page';

/** The form on what is saved; secrets stay blank. */
export function formOf(view: SettingsView): SettingsForm {
  return {
    revision: view.revision,
    environment: view.environment,
    apiKey: '',
    clientId: '',
    clientSecret: '',
    areCredentialsReplaced: false,
    integrationReference: view.integrationReference,
    linkValidityMinutes: view.linkValidityMinutes,
    deliveryMethod: view.deliveryMethod,
    defaultCountry: view.defaultCountry,
    transitions: view.transitions,
    projectTransitions: view.projectTransitions,
    doDemoResultsMoveTickets: view.doDemoResultsMoveTickets,
    doOthersMoveTickets: view.doOthersMoveTickets,
    areCommentsInternal: view.areCommentsInternal,
    comments: view.comments,
    isEmployeeTold: view.isEmployeeTold,
    replies: view.replies,
    passCountsMinutes: view.passCountsMinutes,
    typedDestinations: view.typedDestinations,
    identityChange: view.identityChange,
    missingIdentity: view.missingIdentity,
    limits: view.limits,
    projects: view.projects,
    projectNames: view.projectNames,
    rules: view.rules,
    agentsGroup: view.agentsGroup,
    retentionDays: view.retentionDays,
  };
}
