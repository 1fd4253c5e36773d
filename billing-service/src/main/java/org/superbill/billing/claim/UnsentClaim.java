package org.superbill.billing.claim;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.PassedWarning;
import org.superbill.billing.edits.Severity;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.problem.Problem;

/** What is done with the current version of a claim until it has left. */
final class UnsentClaim {
    private final Claim claim;
    private final Moment moment;

    UnsentClaim(Claim claim, Moment moment) {
        this.claim = claim;
        this.moment = moment;
    }

    void scrubbed(List<Finding> findings) {
        claim.current().findings(findings);
        var errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        claim.current().moveTo(claim.current().isStopped() ? Transport.EDITS_FAILED : Transport.READY, moment.at());
        claim.owner(NextOwner.toSubmit(moment.today()));
        claim.note(moment, claim.current().transport().wire(), told(findings, errors));
    }

    /** The counts and the rules, so that the timeline shows each edit. */
    private static String told(List<Finding> findings, long errors) {
        var counts = "%d errors, %d warnings".formatted(errors, findings.size() - errors);
        return findings.isEmpty()
                ? counts
                : counts + ": "
                        + findings.stream().map(Finding::rule).distinct().collect(Collectors.joining(", "));
    }

    /**
     * Somebody answers for a warning: it keeps this version no longer.
     *
     * @throws Problem {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_WARNING_NOT_FOUND}
     */
    void pass(String rule, String pointer, String reason, String by) {
        if (claim.current().transport() != Transport.EDITS_FAILED) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED, NextAllowed.of(claim).why());
        }
        var warning = claim.current().findings().stream()
                .filter(finding -> finding.needsReason()
                        && finding.rule().equals(rule)
                        && finding.pointer().equals(pointer)
                        && finding.stops(claim.current().passedWarnings()))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ClaimProblem.CLAIM_WARNING_NOT_FOUND, "The claim has no such warning that needs a reason"));
        claim.current().passed(PassedWarning.of(warning, reason, by, moment.at()));
        claim.note(moment, "warning-passed", "%s by %s: %s".formatted(rule, by, reason));
        scrubbed(claim.current().findings());
    }

    void queue(@Nullable String clearinghouseClaimNumber) {
        claim.current().clearinghouseClaimNumber(clearinghouseClaimNumber);
        claim.current().moveTo(Transport.QUEUED, moment.at());
        claim.owner(NextOwner.toLeave(moment.today()));
        claim.note(moment, "queued", "Waits for the next file to the payer");
    }

    void hold(String reason) {
        if (claim.current().transport() == Transport.QUEUED && !claim.current().waitsForFile()) {
            throw new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, "A file carries this version: it leaves any moment");
        }
        claim.current().moveTo(Transport.HELD, moment.at());
        claim.current().reason(reason);
        claim.owner(NextOwner.toCorrect(moment.today()));
        claim.note(moment, "held", reason);
    }

    void release(String reason, List<Finding> findings) {
        if (claim.current().transport() != Transport.HELD) {
            throw new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, "The claim is not held");
        }
        claim.current().reason(null);
        claim.note(moment, "released", reason);
        scrubbed(findings);
    }

    /** An amended coding reaches a version that no file carries yet. */
    void takeIntoQueue(ClaimFacts facts, List<Finding> findings) {
        if (!claim.current().waitsForFile() || claim.isToAnotherPayer(facts)) {
            throw new IllegalStateException("Claim %s does not wait for a file to this payer".formatted(claim.id()));
        }
        claim.takes(facts);
        claim.current().findings(findings);
        if (claim.current().isStopped()) {
            claim.current().moveTo(Transport.EDITS_FAILED, moment.at());
            claim.owner(NextOwner.toSubmit(moment.today()));
        }
        claim.note(
                moment,
                "coding-taken-over",
                "Version %d of the coding, before the claim left".formatted(claim.codingVersion()));
    }

    /** What it says, or what judges it, has changed while this version waited for its file. */
    void renewed(ClaimFacts facts, List<Finding> findings) {
        claim.takes(facts);
        claim.current().findings(findings);
        if (claim.current().isStopped()) {
            claim.current().moveTo(Transport.EDITS_FAILED, moment.at());
            claim.owner(NextOwner.toSubmit(moment.today()));
            var errors = findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .count();
            claim.note(moment, "edits-failed", "By what is known when its file is written: " + told(findings, errors));
        } else {
            claim.note(moment, "facts-taken-over", "What is known of it has changed before the claim left");
        }
    }

    /** What is agreed with the payer has changed while this version waits for its file. */
    void takeAgreement(ClaimFacts facts, List<Finding> findings) {
        claim.current().rebuild(facts);
        claim.note(moment, "agreement-taken-over", "The payer's profile has changed before the claim left");
        claim.current().findings(findings);
        if (claim.current().isStopped()) {
            claim.current().moveTo(Transport.EDITS_FAILED, moment.at());
            claim.owner(NextOwner.toSubmit(moment.today()));
        } else if (claim.isOnPaper()) {
            hold("The payer takes such claims on paper now: release it, and print it");
        }
    }

    /** What is found of it beside the claims that were queued before it keeps it from its file. */
    void stoppedByOthers(List<Finding> findings) {
        var errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        claim.current().findings(findings);
        claim.current().moveTo(Transport.EDITS_FAILED, moment.at());
        claim.owner(NextOwner.toSubmit(moment.today()));
        claim.note(
                moment,
                "edits-failed",
                "Beside other claims that leave with it or have left: " + told(findings, errors));
    }

    /** X12 cannot say what this version says: back to the biller, so that the other claims can go. */
    void unwritable(ClaimVersion version, Finding finding) {
        version.findings(List.of(finding));
        version.moveTo(Transport.EDITS_FAILED, moment.at());
        claim.owner(NextOwner.toSubmit(moment.today()));
        claim.note(moment, version, "edits-failed", finding.message());
    }
}
