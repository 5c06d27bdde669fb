// Every event version there is, in one list. A new version is a new file and a new line here.

import { ArticleArchivedV1 } from './article.archived.v1.ts';
import { ArticlePublishedV1 } from './article.published.v1.ts';
import { ArticleReviewedV1 } from './article.reviewed.v1.ts';
import { CallVerificationAttemptedV1 } from './call.verification-attempted.v1.ts';
import { CallerChangedV1 } from './caller.changed.v1.ts';
import { ClockExpiredV1 } from './clock.expired.v1.ts';
import { ClockScheduledV1 } from './clock.scheduled.v1.ts';
import { ClockStoppedV1 } from './clock.stopped.v1.ts';
import { ClockWarnedV1 } from './clock.warned.v1.ts';
import { ComplaintAnsweredV1 } from './complaint.answered.v1.ts';
import { ComplaintFiledV1 } from './complaint.filed.v1.ts';
import { IncidentClosedV1 } from './incident.closed.v1.ts';
import { IncidentOpenedV1 } from './incident.opened.v1.ts';
import { IncidentStepDoneV1 } from './incident.step-done.v1.ts';
import { QuestionGroupChangedV1 } from './question-group.changed.v1.ts';
import { RegulationDayChangedV1 } from './regulation.day-changed.v1.ts';
import { RegulationPublishedV1 } from './regulation.published.v1.ts';
import { RequestDisclosedV1 } from './request.disclosed.v1.ts';
import { RequestDisclosureDemandedV1 } from './request.disclosure-demanded.v1.ts';
import { RequestErasedV1 } from './request.erased.v1.ts';
import { RequestFileKeptV1 } from './request.file-kept.v1.ts';
import { RequestLetterFailedV1 } from './request.letter-failed.v1.ts';
import { RequestLetterSentV1 } from './request.letter-sent.v1.ts';
import { RequestMessageReceivedV1 } from './request.message-received.v1.ts';
import { RequestRecordingKeptV1 } from './request.recording-kept.v1.ts';
import { RequestSubmittedV1 } from './request.submitted.v1.ts';
import { RequestWithdrawnV1 } from './request.withdrawn.v1.ts';
import { RequesterAppealAnsweredV1 } from './requester.appeal-answered.v1.ts';
import { RequesterBlockAppealedV1 } from './requester.block-appealed.v1.ts';
import { RequesterBlockedV1 } from './requester.blocked.v1.ts';
import { RequesterLeftV1 } from './requester.left.v1.ts';
import { RequesterMarkedV1 } from './requester.marked.v1.ts';
import { RequesterUnblockedV1 } from './requester.unblocked.v1.ts';
import { StaffChangedV1 } from './staff.changed.v1.ts';
import { WorkAssignedV1 } from './work.assigned.v1.ts';
import { WorkCallAttemptedV1 } from './work.call-attempted.v1.ts';
import { WorkCancelledV1 } from './work.cancelled.v1.ts';
import { WorkDeadlineSetV1 } from './work.deadline-set.v1.ts';
import { WorkDeclinedV1 } from './work.declined.v1.ts';
import { WorkDiagnosedV1 } from './work.diagnosed.v1.ts';
import { WorkDocumentsDispatchedV1 } from './work.documents-dispatched.v1.ts';
import { WorkEscalatedV1 } from './work.escalated.v1.ts';
import { WorkGuestAccessEndedV1 } from './work.guest-access-ended.v1.ts';
import { WorkGuestInvitedV1 } from './work.guest-invited.v1.ts';
import { WorkGuestWroteV1 } from './work.guest-wrote.v1.ts';
import { WorkHandedOverV1 } from './work.handed-over.v1.ts';
import { WorkInformationRequestedV1 } from './work.information-requested.v1.ts';
import { WorkPostponedV1 } from './work.postponed.v1.ts';
import { WorkPostponementEndedV1 } from './work.postponement-ended.v1.ts';
import { WorkQueuedV1 } from './work.queued.v1.ts';
import { WorkReclassifiedV1 } from './work.reclassified.v1.ts';
import { WorkRemoteSessionRecordedV1 } from './work.remote-session-recorded.v1.ts';
import { WorkReopenedV1 } from './work.reopened.v1.ts';
import { WorkRepliedV1 } from './work.replied.v1.ts';
import { WorkResolvedV1 } from './work.resolved.v1.ts';
import { WorkResumedV1 } from './work.resumed.v1.ts';
import { WorkServiceEndedV1 } from './work.service-ended.v1.ts';
import { WorkTrailToldV1 } from './work.trail-told.v1.ts';

export const events = [
  RequestRecordingKeptV1,
  RequestFileKeptV1,
  RequestSubmittedV1,
  RequestMessageReceivedV1,
  RequestWithdrawnV1,
  RequestDisclosedV1,
  RequestDisclosureDemandedV1,
  RequestErasedV1,
  RequestLetterSentV1,
  RequestLetterFailedV1,
  WorkQueuedV1,
  WorkAssignedV1,
  WorkRepliedV1,
  WorkInformationRequestedV1,
  WorkResumedV1,
  WorkCallAttemptedV1,
  WorkHandedOverV1,
  WorkResolvedV1,
  WorkCancelledV1,
  WorkDeclinedV1,
  WorkReopenedV1,
  WorkEscalatedV1,
  WorkPostponedV1,
  WorkPostponementEndedV1,
  WorkDeadlineSetV1,
  WorkRemoteSessionRecordedV1,
  WorkDiagnosedV1,
  WorkReclassifiedV1,
  WorkGuestInvitedV1,
  WorkGuestWroteV1,
  WorkGuestAccessEndedV1,
  WorkServiceEndedV1,
  WorkTrailToldV1,
  WorkDocumentsDispatchedV1,
  ClockScheduledV1,
  ClockWarnedV1,
  ClockExpiredV1,
  ClockStoppedV1,
  StaffChangedV1,
  IncidentOpenedV1,
  IncidentStepDoneV1,
  IncidentClosedV1,
  ComplaintFiledV1,
  ComplaintAnsweredV1,
  ArticlePublishedV1,
  ArticleReviewedV1,
  ArticleArchivedV1,
  RequesterLeftV1,
  RegulationPublishedV1,
  RegulationDayChangedV1,
  CallVerificationAttemptedV1,
  CallerChangedV1,
  QuestionGroupChangedV1,
  RequesterMarkedV1,
  RequesterBlockedV1,
  RequesterUnblockedV1,
  RequesterBlockAppealedV1,
  RequesterAppealAnsweredV1,
] as const;

export {
  ArticleArchivedV1,
  ArticlePublishedV1,
  ArticleReviewedV1,
  CallerChangedV1,
  CallVerificationAttemptedV1,
  ClockExpiredV1,
  ClockScheduledV1,
  ClockStoppedV1,
  ClockWarnedV1,
  ComplaintAnsweredV1,
  ComplaintFiledV1,
  IncidentClosedV1,
  IncidentOpenedV1,
  IncidentStepDoneV1,
  QuestionGroupChangedV1,
  RegulationDayChangedV1,
  RegulationPublishedV1,
  RequestDisclosedV1,
  RequestDisclosureDemandedV1,
  RequestErasedV1,
  RequesterAppealAnsweredV1,
  RequesterBlockAppealedV1,
  RequesterBlockedV1,
  RequesterLeftV1,
  RequesterMarkedV1,
  RequesterUnblockedV1,
  RequestFileKeptV1,
  RequestLetterFailedV1,
  RequestLetterSentV1,
  RequestMessageReceivedV1,
  RequestRecordingKeptV1,
  RequestSubmittedV1,
  RequestWithdrawnV1,
  StaffChangedV1,
  WorkAssignedV1,
  WorkCallAttemptedV1,
  WorkCancelledV1,
  WorkDeadlineSetV1,
  WorkDeclinedV1,
  WorkDiagnosedV1,
  WorkDocumentsDispatchedV1,
  WorkEscalatedV1,
  WorkGuestAccessEndedV1,
  WorkGuestInvitedV1,
  WorkGuestWroteV1,
  WorkHandedOverV1,
  WorkInformationRequestedV1,
  WorkPostponedV1,
  WorkPostponementEndedV1,
  WorkQueuedV1,
  WorkReclassifiedV1,
  WorkRemoteSessionRecordedV1,
  WorkReopenedV1,
  WorkRepliedV1,
  WorkResolvedV1,
  WorkResumedV1,
  WorkServiceEndedV1,
  WorkTrailToldV1,
};
