package org.superbill.billing.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each file of claims says that it carries. */
@ApplicationScoped
public class FileTotals {
    private final SubmissionStore store;

    FileTotals(SubmissionStore store) {
        this.store = store;
    }

    /** One file. */
    public record FileTotal(
            UUID id,
            SubmissionState state,
            int claimCount,
            long cents,
            @Nullable Instant sentAt) {}

    /** Files of claims, oldest first. */
    @Transactional(TxType.MANDATORY)
    public List<FileTotal> all() {
        return store.totals(Submission.Kind.CLAIMS);
    }

    /** A file as proof: which it was, and when it left. */
    public record SentFile(
            UUID id,
            String connection,
            String fileName,
            String interchangeControlNumber,
            String sha256,
            Instant writtenAt,
            @Nullable Instant sentAt,
            @Nullable String acknowledgment) {}

    /** In the order of their writing. */
    @Transactional(TxType.MANDATORY)
    public List<SentFile> files(List<UUID> ids) {
        return store.list("id in ?1 order by id", ids).stream()
                .map(Submission::proof)
                .toList();
    }
}
