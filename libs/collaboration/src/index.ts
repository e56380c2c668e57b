export {
  APPROVAL_DECIDED,
  APPROVAL_REQUESTED,
  COMMENT_CREATED,
  REVIEW_DUE,
  REVIEW_RECORDED,
} from './collaboration-events.js';
export { CollaborationErrors } from './collaboration.errors.js';
export { CollaborationApiModule, CollaborationModule, DueReviewModule } from './collaboration.module.js';
