import { defineErrors, errorOf } from '@parcours/kernel';

interface Thing {
  readonly singular: string;
  readonly key: string;
}

export const CollaborationErrors = defineErrors('collaboration', {
  commentNotFound: errorOf<{ id: string }>({
    code: 'collaboration.comment-not-found',
    status: 404,
    title: 'Comment not found',
    detail: ({ id }) => `There is no comment ${id} here.`,
  }),
  notYourComment: errorOf<{ id: string }>({
    code: 'collaboration.not-your-comment',
    status: 403,
    title: 'Not your comment',
    detail: ({ id }) => `The comment ${id} is by somebody else: its text is theirs.`,
  }),
  noReviewPlan: errorOf<Thing>({
    code: 'collaboration.no-review-plan',
    status: 404,
    title: 'No review plan',
    detail: ({ singular, key }) => `No reviews of the ${singular} '${key}' are planned.`,
  }),
  approvalRequired: errorOf<Thing & { approvals: number; required: number }>({
    code: 'collaboration.approval-required',
    status: 409,
    title: 'Approval required',
    detail: ({ singular, key, approvals, required }) =>
      `The draft of the ${singular} '${key}' has ${String(approvals)} of the ${String(required)} approvals that it needs from others than its last author.`,
  }),
  rejected: errorOf<Thing & { by: string }>({
    code: 'collaboration.rejected',
    status: 409,
    title: 'Rejected',
    detail: ({ singular, key, by }) =>
      `The draft of the ${singular} '${key}' was rejected by ${by}. Change it, or have them approve it.`,
  }),
  ownDraft: errorOf<Thing>({
    code: 'collaboration.own-draft',
    status: 409,
    title: 'Your own draft',
    detail: ({ singular, key }) =>
      `You were the last to change the draft of the ${singular} '${key}': somebody else has to approve it.`,
  }),
  nothingToApprove: errorOf<Thing>({
    code: 'collaboration.nothing-to-approve',
    status: 409,
    title: 'Nothing to approve',
    detail: ({ singular, key }) => `The draft of the ${singular} '${key}' is what is published.`,
  }),
  alreadyRequested: errorOf<Thing>({
    code: 'collaboration.already-requested',
    status: 409,
    title: 'Already requested',
    detail: ({ singular, key }) =>
      `An approval of this draft of the ${singular} '${key}' is requested already.`,
  }),
  unknownType: errorOf<{ type: string }>({
    code: 'collaboration.unknown-type',
    status: 404,
    title: 'Unknown content type',
    detail: ({ type }) => `There is no content type '${type}'.`,
  }),
});
