package org.superbill.billing.x12file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimProgress;
import org.superbill.billing.claim.ClaimProgress.Answer;
import org.superbill.billing.claim.Rejection;
import org.superbill.billing.claim.Transport;
import org.superbill.billing.submission.Submissions;
import org.superbill.billing.submission.Submissions.Answering;
import org.superbill.billing.submission.Submissions.Verdict;
import org.superbill.x12.InterchangeAcknowledgment;
import org.superbill.x12.acknowledgment.FunctionalAcknowledgment;
import org.superbill.x12.acknowledgment.Loop2000TransactionResponse;
import org.superbill.x12.acknowledgment.Loop2100ErrorIdentification;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.claimstatus.ClaimStatus;
import org.superbill.x12.claimstatus.Loop2200DClaimStatus;
import org.superbill.x12.claimstatus.StatusCode;

/** What a receiver says about what we sent: TA1 of the interchange, 999 of the group, 277CA of each claim. */
@ApplicationScoped
class Acknowledgments {
    private final Submissions submissions;
    private final ClaimProgress claims;
    private final AcknowledgmentLog log;

    Acknowledgments(Submissions submissions, ClaimProgress claims, AcknowledgmentLog log) {
        this.submissions = submissions;
        this.claims = claims;
        this.log = log;
    }

    /** @param connection over which it came; null where a person has brought it */
    Outcome apply(UUID fileId, @Nullable String connection, InterchangeAcknowledgment acknowledgment) {
        var said = "TA1 " + acknowledgment.code();
        var number = acknowledgment.controlNumber();
        var submission = submissions.answered(
                number,
                new Answering(null, connection),
                said,
                acknowledgment.isRejected() ? Verdict.REFUSED : Verdict.ENVELOPE_TAKEN);
        if (submission.isEmpty()) {
            return notOurs("TA1", number, "interchange");
        }
        log.aboutFile(fileId, "TA1", submission.get(), said);
        if (acknowledgment.isRejected()) {
            var rejection = new Rejection(
                    "TA1:%s:%s".formatted(acknowledgment.code(), acknowledgment.noteCode()),
                    null,
                    "/payer/profile/interchange",
                    "The receiver could not take the interchange: note code " + acknowledgment.noteCode());
            answerAll(fileId, submission.get(), Transport.REJECTED_ENVELOPE, List.of(rejection), said);
        }
        return new Outcome("TA1", number, "applied", said, submission.get().toString());
    }

    Outcome apply(
            UUID fileId, @Nullable String connection, FunctionalAcknowledgment acknowledgment, String controlNumber) {
        var responses = acknowledgment.transactionResponse();
        var code =
                responses.isEmpty() ? acknowledgment.code() : responses.get(0).code();
        var said = "999 " + code;
        var rejected = code.isRejected() || acknowledgment.code().isRejected();
        var submission = submissions.answered(
                acknowledgment.groupControlNumber(),
                new Answering(acknowledgment.functionalCode(), connection),
                said,
                rejected ? Verdict.REFUSED : Verdict.TAKEN);
        if (submission.isEmpty()) {
            return notOurs("999", controlNumber, "group");
        }
        log.aboutFile(fileId, "999", submission.get(), said);
        if (rejected) {
            var errors = responses.stream()
                    .flatMap(response -> response.errorIdentification().stream())
                    .toList();
            claims.answered(
                    fileId,
                    claims.numbersIn(submission.get()).stream()
                            .map(number -> new Answer(
                                    number,
                                    Transport.REJECTED_ENVELOPE,
                                    rejections(number, errors, responses),
                                    null,
                                    said))
                            .toList());
        } else {
            answerAll(fileId, submission.get(), Transport.RECEIVED, List.of(), said);
        }
        return new Outcome(
                "999", controlNumber, "applied", said, submission.get().toString());
    }

    private void answerAll(UUID fileId, UUID submissionId, Transport step, List<Rejection> rejections, String said) {
        claims.answered(
                fileId,
                claims.numbersIn(submissionId).stream()
                        .map(number -> new Answer(number, step, rejections, null, said))
                        .toList());
    }

    /** Errors that stand in a claim go to that claim, the others to every claim. */
    private static List<Rejection> rejections(
            String claimNumber, List<Loop2100ErrorIdentification> errors, List<Loop2000TransactionResponse> responses) {
        var rejections = new ArrayList<Rejection>();
        for (var error : errors) {
            var concerned = error.patientControlNumber();
            if (concerned == null || concerned.equals(claimNumber)) {
                rejections.add(new Rejection("999:R:" + error.code(), null, null, place(error)));
            }
        }
        if (rejections.isEmpty()) {
            var codes = responses.stream()
                    .flatMap(response -> response.errorCodes().stream())
                    .distinct()
                    .toList();
            rejections.add(new Rejection(
                    codes.isEmpty() ? "999:R" : "999:R:" + String.join(",", codes),
                    null,
                    null,
                    errors.isEmpty()
                            ? "The receiver rejected the file for its form"
                            : "The receiver rejected the file because of another claim in it"));
        }
        return rejections;
    }

    private static String place(Loop2100ErrorIdentification error) {
        var elements = error.dataElementNote().stream()
                .map(element -> "element " + element.element())
                .distinct()
                .toList();
        return "The receiver objects to segment %s%s%s%s"
                .formatted(
                        error.segmentId(),
                        error.loopId() == null ? "" : " in loop " + error.loopId(),
                        error.position() == null ? "" : " at position " + error.position(),
                        elements.isEmpty() ? "" : ", " + String.join(", ", elements));
    }

    Outcome apply(UUID fileId, @Nullable String connection, ClaimAcknowledgment acknowledgment, String controlNumber) {
        var answers =
                acknowledgment.claims().stream().map(Acknowledgments::answer).toList();
        if (answers.isEmpty()) {
            return applyToBatch(fileId, connection, acknowledgment, controlNumber);
        }
        submissions.ensureSent(answers.stream().map(Answer::claimNumber).toList());
        var unknown = claims.answered(fileId, answers);
        log.aboutClaims(
                fileId,
                "277CA",
                answers.stream()
                        .filter(answer -> !unknown.contains(answer.claimNumber()))
                        .map(answer -> new AcknowledgmentLog.OfClaim(answer.claimNumber(), answer.detail()))
                        .toList());
        var message = unknown.isEmpty()
                ? "%d claims answered".formatted(answers.size())
                : "%d claims answered; not ours: %s"
                        .formatted(answers.size() - unknown.size(), String.join(", ", unknown));
        return new Outcome("277CA", controlNumber, "applied", message, null);
    }

    /** A batch that is refused as a whole names no claims. */
    private Outcome applyToBatch(
            UUID fileId, @Nullable String connection, ClaimAcknowledgment acknowledgment, String controlNumber) {
        var receiver = acknowledgment.informationReceiver();
        var rejected = rejectedCodes(receiver.statuses());
        var number = receiver.batchNumber().replaceFirst("^SB", "");
        var submission = submissions.answered(
                number,
                new Answering(Answering.CLAIMS, connection),
                rejected.isEmpty() ? "277CA received" : "277CA rejected",
                rejected.isEmpty() ? Verdict.TAKEN : Verdict.REFUSED);
        if (submission.isEmpty()) {
            return notOurs("277CA", controlNumber, "batch");
        }
        log.aboutFile(fileId, "277CA", submission.get(), "277CA of the whole batch");
        answerAll(
                fileId,
                submission.get(),
                rejected.isEmpty() ? Transport.RECEIVED : Transport.REJECTED,
                rejected.stream().map(ClaimStatusWords::rejection).toList(),
                "277CA of the whole batch");
        return new Outcome(
                "277CA",
                controlNumber,
                "applied",
                "The whole batch answered",
                submission.get().toString());
    }

    private static Answer answer(Loop2200DClaimStatus claim) {
        var codes = claim.statuses().stream()
                .flatMap(status -> status.codes().stream())
                .toList();
        var said = "277CA "
                + String.join(" ", codes.stream().map(Acknowledgments::text).toList());
        if (claim.isRejected()) {
            var rejections = rejectedCodes(claim.statuses()).stream()
                    .map(ClaimStatusWords::rejection)
                    .toList();
            return new Answer(claim.patientControlNumber(), Transport.REJECTED, rejections, null, said);
        }
        return claim.isAccepted()
                ? new Answer(claim.patientControlNumber(), Transport.ACCEPTED, List.of(), claim.reference("1K"), said)
                : new Answer(claim.patientControlNumber(), Transport.RECEIVED, List.of(), null, said);
    }

    private static List<StatusCode> rejectedCodes(List<ClaimStatus> statuses) {
        return statuses.stream()
                .flatMap(status -> status.codes().stream())
                .filter(StatusCode::isRejected)
                .toList();
    }

    private static String text(StatusCode code) {
        return code.entity() == null
                ? code.category() + ":" + code.status()
                : "%s:%s:%s".formatted(code.category(), code.status(), code.entity());
    }

    private static Outcome notOurs(String kind, String reference, String what) {
        return new Outcome(
                kind, reference, "applied", "Nothing to do: the %s it answers is not ours".formatted(what), null);
    }
}
