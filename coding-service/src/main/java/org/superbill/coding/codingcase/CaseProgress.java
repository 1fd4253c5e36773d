package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;

/**
 * How far a case is, and with which version; each step gives the next one.
 *
 * @param version from 1
 * @param versionReason why the version was opened; of the first one none
 * @param versionBy who opened it, where somebody did
 * @param codedBy who finalized it last
 * @param passedThrough whether no coder has seen it
 */
@Embeddable
record CaseProgress(
        @Enumerated(EnumType.STRING) CaseStatus status,
        int version,

        @Column(name = "version_reason") @Nullable String versionReason,

        @Column(name = "version_by") @Nullable String versionBy,
        @Column(name = "version_opened_at") Instant versionOpenedAt,
        @Column(name = "coded_by") @Nullable String codedBy,
        @Column(name = "coded_at") @Nullable Instant codedAt,
        @Column(name = "passed_through") boolean passedThrough,

        @Column(name = "released_at") @Nullable Instant releasedAt) {

    static CaseProgress begins(Instant at) {
        return new CaseProgress(CaseStatus.READY, 1, null, null, at, null, null, false, null);
    }

    /** @throws Problem {@code CODING_CASE_STEP_NOT_ALLOWED} */
    CaseProgress to(CaseStatus step) {
        if (!status.next().contains(step)) {
            throw notAllowed("become " + step.id());
        }
        return new CaseProgress(
                step, version, versionReason, versionBy, versionOpenedAt, codedBy, codedAt, passedThrough, releasedAt);
    }

    /** @throws Problem {@code CODING_CASE_STEP_NOT_ALLOWED} */
    CaseProgress coded(@Nullable String coder, boolean byItself, Instant at) {
        return new CaseProgress(
                to(CaseStatus.CODED).status(),
                version,
                versionReason,
                versionBy,
                versionOpenedAt,
                coder,
                at,
                passedThrough || byItself,
                releasedAt);
    }

    /** @throws Problem {@code CODING_CASE_STEP_NOT_ALLOWED} */
    CaseProgress released(Instant at) {
        return new CaseProgress(
                to(CaseStatus.RELEASED).status(),
                version,
                versionReason,
                versionBy,
                versionOpenedAt,
                codedBy,
                codedAt,
                passedThrough,
                at);
    }

    /** @throws Problem {@code CODING_CASE_STEP_NOT_ALLOWED} */
    CaseProgress nextVersion(String reason, @Nullable String by, Instant at) {
        return new CaseProgress(
                to(CaseStatus.IN_PROGRESS).status(), version + 1, reason, by, at, codedBy, codedAt, false, releasedAt);
    }

    boolean is(CaseStatus one) {
        return status == one;
    }

    /** Whether a person opened the version then or later: late charges and denials amend nothing by themselves. */
    boolean isAmendedSince(Instant at) {
        return versionBy != null && !versionOpenedAt.isBefore(at);
    }

    boolean isInWork() {
        return status == CaseStatus.ASSIGNED || status == CaseStatus.IN_PROGRESS || status == CaseStatus.QUERY_OPEN;
    }

    Problem notAllowed(String step) {
        return new Problem(
                CodingProblem.CODING_CASE_STEP_NOT_ALLOWED,
                "A coding case that is %s cannot %s".formatted(status.id(), step));
    }
}
