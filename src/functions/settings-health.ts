import * as z from 'zod/mini';
import { AppError } from '../verification/app-error';
import { tryAgain } from '../verification/ticket/try-again';
import { decode } from './decode';
import { listProblems } from './settings-view';
import type { Callers } from './access';
import type { ProblemView } from '../contract/settings-page';
import type { App } from '../wiring/app';

const problemForm = z.object({ id: z.string().check(z.minLength(1), z.maxLength(300)) });

/** What an administrator does about a problem. */
export const health = {
  tryAgain: async (app: App, _: Callers['administrator'], payload: unknown): Promise<ProblemView[]> => {
    const { id } = decode(problemForm, payload);
    const problem = await app.settings.problems.load(id);
    if (problem?.interviewId === undefined) throw new AppError('not-found');
    await tryAgain(app.verification, { issueId: problem.issue.id, interviewId: problem.interviewId });
    await app.settings.problems.remove(id);
    return listProblems(app, id);
  },

  dismissProblem: async (app: App, _: Callers['administrator'], payload: unknown): Promise<ProblemView[]> => {
    const { id } = decode(problemForm, payload);
    await app.settings.problems.remove(id);
    return listProblems(app, id);
  },
};
