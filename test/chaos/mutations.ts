/** A mistake that somebody could make: a piece of a source file, and what stands there instead. */
export interface Mutation {
  name: string;
  file: string;
  piece: string;
  instead: string;
}

/** What the chaos test has to find. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'writes whatever others wrote in between',
    file: 'src/storage/entity.ts',
    piece: "new Filter<Row<unknown>>().and('rev', FilterConditions.equalTo(rev))",
    instead: "new Filter<Row<unknown>>().and('rev', FilterConditions.greaterThan(0))",
  },
  {
    name: 'posts a comment again without looking for it',
    file: 'src/verification/ticket/post-comment.ts',
    piece: "const mayExist = step.state === 'attempted';",
    instead: "const mayExist = false; (step as { state: string }).state = 'due';",
  },
  {
    name: 'tells of a link that was replaced',
    file: 'src/verification/ticket/reconcile.ts',
    piece: 'const session = await store.verifications.load(ticket.value.current);',
    instead:
      'const session = await store.verifications.load(ticket.value.told?.interviewId ?? ticket.value.current);',
  },
  {
    name: 'never tells of a changed outcome',
    file: 'src/verification/ticket/telling.ts',
    piece: 'told?.interviewId === interviewId && told.outcome === state;',
    instead: 'told?.interviewId === interviewId;',
  },
  {
    name: 'leaves comments that no longer hold as they are',
    file: 'src/verification/ticket/mark-outdated.ts',
    piece: 'if (standing) await issues.prefixComment(id, standing.id, line);',
    instead: 'if (standing && (false as boolean)) await issues.prefixComment(id, standing.id, line);',
  },
  {
    name: 'leaves the request where a pass moved it that was taken back',
    file: 'src/verification/ticket/take-transition-step.ts',
    piece: '(isTakenBack(outcome) && standsWherePassLed);',
    instead: '(isTakenBack(outcome) && standsWherePassLed && (false as boolean));',
  },
  {
    name: 'lets a superseded link verify',
    file: 'src/verification/session/fold.ts',
    piece: 'if (replaced && !hasResultBefore(facts, replaced))',
    instead: 'if (replaced && !hasResultBefore(facts, replaced) && (false as boolean))',
  },
  {
    name: 'leaves the older link alive',
    file: 'src/verification/sending/accept-link.ts',
    piece: '...replacement(ports, older),',
    instead: '...replacement(ports, undefined),',
  },
  {
    name: 'does not compare for whom a verdict is',
    file: 'src/verification/session/add-event.ts',
    piece: 'return isForeign ? addFirst',
    instead: 'return isForeign && (false as boolean) ? addFirst',
  },
  {
    name: 'takes the first verdict for the last word',
    file: 'src/verification/session/fold.ts',
    piece:
      "if (succeeded && failed) return { state: 'conflicting', fact: latest(succeeded, failed), identityId };",
    instead:
      "if (succeeded && failed) return { state: succeeded.rev < failed.rev ? 'passed' : 'failed', fact: latest(succeeded, failed), identityId };",
  },
  {
    name: 'drops an event that another of its session came before',
    file: 'src/verification/ticket/receive-event.ts',
    piece: 'if (added === facts) {',
    instead: 'if (added === facts || Object.keys(facts.events).length > 1) {',
  },
  {
    name: 'forgets events that came before the link was saved',
    file: 'src/verification/sending/accept-link.ts',
    piece: 'const happened = claimFacts(await openFacts(pseudonyms, session.value), link);',
    instead:
      'const happened = claimFacts({ ...(await openFacts(pseudonyms, session.value)), events: {} }, link);',
  },
  {
    name: 'takes an event for recorded that could not be written',
    file: 'src/functions/incode-webhook.ts',
    piece: 'return reply(503);',
    instead: 'return reply(200);',
  },
  {
    name: 'takes an event for written although somebody else was quicker',
    file: 'src/verification/ticket/receive-event.ts',
    piece:
      'if (!(await store.commit([store.verifications.change(stored, changed)]))) return undefined;\n  const now',
    instead: 'await store.commit([store.verifications.change(stored, changed)]);\n  const now',
  },
  {
    name: 'sends a link while another request has one out for the employee',
    file: 'src/verification/sending/claim-sending.ts',
    piece: 'if (older.issue.id !== claim.issue.id) {',
    instead: 'if (false as boolean) {',
  },
  {
    name: 'never looks again for a comment that shows up late',
    file: 'src/verification/ticket/post-comment.ts',
    piece: "const state = before.state === 'attempted' ? 'posted' : 'done';",
    instead: "const state = 'done';",
  },
  {
    name: 'overrules a person who moved the request',
    file: 'src/verification/ticket/take-transition-step.ts',
    piece: 'if (!isAsWeLeftIt) return',
    instead: 'if (!isAsWeLeftIt && (false as boolean)) return',
  },
  {
    name: 'forgets where it moved the request',
    file: 'src/verification/ticket/lease.ts',
    piece: 'const seen = end.moved ?? ticket.value.seen;',
    instead: 'const seen = ticket.value.seen ?? end.moved;',
  },
  {
    name: 'never drives on what is due',
    file: 'src/verification/upkeep/housekeeping.ts',
    piece: '} else if (nextPartAt(left) <= now) {',
    instead: '} else if (nextPartAt(left) <= now && (false as boolean)) {',
  },
  {
    name: 'takes the first identity of a session for the only one',
    file: 'src/verification/session/fold.ts',
    piece: "if (identities.length > 1) return 'other';",
    instead: "if (identities.length > 1 && (false as boolean)) return 'other';",
  },
  {
    name: 'counts the age of a pass from its arrival',
    file: 'src/verification/session/fold.ts',
    piece: 'actedAt: actedAt(link, facts),',
    instead: 'actedAt: actedAt(link, facts) && fact?.at,',
  },
  {
    name: 'drops an event when it is read',
    file: 'src/verification/session/fold.ts',
    piece: 'events: Object.fromEntries(named)',
    instead: 'events: Object.fromEntries(named.slice(0, 2))',
  },
  {
    name: 'never writes the fields again',
    file: 'src/verification/ticket/field-progress.ts',
    piece: 'return fields && isSame ? fields',
    instead: 'return fields && (true as boolean) ? fields',
  },
  {
    name: 'forgets that an older write of the fields may come late',
    file: 'src/verification/ticket/field-progress.ts',
    piece: 'return unknownAt + LOOK_AFTER_MS > now\n',
    instead: 'return unknownAt + LOOK_AFTER_MS > now && (false as boolean)\n',
  },
  {
    name: 'leaves the fields of a link that ended by the clock',
    file: 'src/verification/upkeep/housekeeping.ts',
    piece: 'await queue.push([link.issue.id]);\n  if (!(await store',
    instead: 'if (!(await store',
  },
  {
    name: 'lets errors through the gate',
    file: 'src/functions/workflow-gate.ts',
    piece: 'logFailure(app, error);\n    return blocked(',
    instead: 'logFailure(app, error);\n    return { result: true } as Verdict; blocked(',
  },
  {
    name: 'forgets the age of a pass at the gate',
    file: 'src/assurance/decide.ts',
    piece: "return now < until ? { kind: 'sufficient', until } : insufficient('too-old');",
    instead: "return now < Infinity ? { kind: 'sufficient', until } : insufficient('too-old');",
  },
  {
    name: 'reads a session as if nobody had objected',
    file: 'src/verification/session/fold.ts',
    piece: "if (objected) return { state: 'objected', fact: objected };",
    instead: "if (objected && (false as boolean)) return { state: 'objected', fact: objected };",
  },
  {
    name: 'sends links from a request whose reporter objected',
    file: 'src/verification/sending/claim-sending.ts',
    piece: "if (objection) throw new AppError('objected');",
    instead: "if (objection && (false as boolean)) throw new AppError('objected');",
  },
  {
    name: 'forgets an objection that came while a link was being sent',
    file: 'src/verification/sending/accept-link.ts',
    piece: 'return objection ? {',
    instead: 'return objection && (false as boolean) ? {',
  },
  {
    name: 'forgets at the gate that a pass was replaced',
    file: 'src/wiring/assurance.ts',
    piece:
      'current: ticket?.current };\n      },\n      async session(interviewId) {\n        const record = (await store.verifications.load(interviewId))?.value;',
    instead:
      'current: ticket?.told?.interviewId ?? ticket?.current };\n      },\n      async session(interviewId) {\n        const record = (await store.verifications.load(interviewId))?.value;\n        if (record) delete record.facts.replaced;',
  },
  {
    name: 'does not ask for the code at the gate',
    file: 'src/assurance/decide.ts',
    piece: 'return needsCode(requirement) && confirmedAt > now;',
    instead: 'return needsCode(requirement) && confirmedAt < now;',
  },
  {
    name: 'takes any digits for the code',
    file: 'src/verification/ticket/check-code.ts',
    piece: 'const isRight = check.digits === digits.slice(0, 3);',
    instead: 'const isRight = check.digits.length === digits.slice(0, 3).length;',
  },
  {
    name: 'hears wrong codes without end',
    file: 'src/verification/session/caller-code.ts',
    piece: "wrong < MOST_WRONG_CODES ? 'open'",
    instead: "wrong < Infinity ? 'open'",
  },
  {
    name: 'tells the employee again without looking',
    file: 'src/verification/ticket/reply.ts',
    piece: 'const { kind, step } = reply;',
    instead: "const { kind } = reply; const step = { state: 'due' } as typeof reply.step;",
  },
  {
    name: 'leaves what the employee was told of a pass that is taken back',
    file: 'src/verification/ticket/telling.ts',
    piece: '(isTakenBack(of.outcome) ? outdatedReply',
    instead: '(isTakenBack(of.outcome) && (false as boolean) ? outdatedReply',
  },
  {
    name: 'replaces a live link because a rule of Automation says so',
    file: 'src/verification/sending/send-by-automation.ts',
    piece: 'isVerification(current) && isLive(fold(current.value, clock.now()).state) ?',
    instead:
      'isVerification(current) && (false as boolean) && isLive(fold(current.value, clock.now()).state) ?',
  },
];
