package org.superbill.billing.reconciliation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was sent, by state.
 *
 * @param claims every claim ever sent, in the state of its newest version that left
 * @param files every file of claims
 * @param onPaper versions of claims that were mailed, each by itself, and are in no file
 * @param receivedFiles every file that came from payers
 * @param checks what is counted from two sides
 * @param addsUp whether every check does
 */
@Schema(name = "Reconciliation")
record ReconciliationView(
        Instant asOf,
        Claims claims,
        Files files,
        Mailed onPaper,
        List<Received> receivedFiles,
        List<Check> checks,
        boolean addsUp) {

    /** Claims: the sum and its parts. */
    @Schema(name = "ReconciliationOfClaims")
    record Claims(long count, long cents, List<State> states) {}

    /** @param claims where they can be read, one by one */
    @Schema(name = "ReconciliationClaimState")
    record State(
            @Schema(examples = "pending") String state,
            long count,
            long cents,

            @Schema(examples = "/api/v1/reconciliation/claims?state=pending")
            String claims) {}

    /** Files: the sum and its parts. */
    @Schema(name = "ReconciliationOfFiles")
    record Files(long count, long claimCount, long cents, List<FileState> states) {}

    /** @param files where they can be read, one by one */
    @Schema(name = "ReconciliationFileState")
    record FileState(
            @Schema(examples = "received") String state,
            long count,
            long claimCount,
            long cents,

            @Schema(examples = "/api/v1/submissions?state=received")
            String files) {}

    /** What was mailed. */
    @Schema(name = "ReconciliationOnPaper")
    record Mailed(long count, long cents) {}

    /** Files of payers. */
    @Schema(name = "ReconciliationReceivedFiles")
    record Received(@Schema(examples = "processed") String state, long count) {}

    /**
     * Two ways to the same figure.
     *
     * @param differing ids of the files at which they part, at most twenty
     */
    @Schema(name = "ReconciliationCheck")
    record Check(
            @Schema(examples = "claims-by-state") String name,
            long leftCount,
            long leftCents,
            long rightCount,
            long rightCents,
            boolean addsUp,
            List<String> differing) {}
}
