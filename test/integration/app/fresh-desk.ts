import { HelpDesk } from './help-desk';

/** The desk of the file that says `useFreshDesk()`. */
export let desk: HelpDesk;

/** Has each test of a file begin with the app set up, and nothing else. */
export function useFreshDesk(): void {
  beforeAll(async () => {
    desk = await HelpDesk.open();
  });
  beforeEach(() => desk.reset());
  afterAll(() => desk.close());
}
