package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Every claim that has ever left, each in exactly one state: that of the newest version that left. */
@ApplicationScoped
public class SentClaims {
    private final SentClaimStore store;

    SentClaims(SentClaimStore store) {
        this.store = store;
    }

    /** How many, and the charges of them. */
    public record Sum(long count, long cents) {
        public static final Sum NOTHING = new Sum(0, 0);

        public Sum plus(Sum other) {
            return new Sum(Math.addExact(count, other.count), Math.addExact(cents, other.cents));
        }
    }

    /**
     * A claim that has left.
     *
     * @param version the newest that left
     * @param state where it is: {@code sent}, {@code received}, {@code rejected-envelope}, {@code rejected}, {@code pending}, or what
     *     the payer decided, e.g. {@code paid}
     */
    @Schema(name = "SentClaim")
    public record SentClaim(
            UUID claimId,
            @Schema(examples = "SB1000V1") String claimNumber,
            int version,
            UUID payerId,
            @Schema(examples = "pending") String state,
            long chargeCents,
            UUID submissionId,
            Instant sentAt) {}

    /** By state; every claim is in one of them. */
    @Transactional(TxType.MANDATORY)
    public Map<String, Sum> byState() {
        return store.byState();
    }

    /** Counted in another way, so that the states can be compared with it. */
    @Transactional(TxType.MANDATORY)
    public Sum all() {
        return store.all();
    }

    /** What each file carries, whether it has left or not. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, Sum> bySubmission() {
        return store.bySubmission();
    }

    /** @param state, submissionId absent for any */
    @Transactional(TxType.MANDATORY)
    public List<SentClaim> list(@Nullable String state, @Nullable UUID submissionId, UUID after, int limit) {
        return store.list(state, submissionId, after, limit);
    }

    /** What of a claim has left, oldest version first. */
    @Transactional(TxType.MANDATORY)
    public List<SentVersion> versionsOf(UUID claimId) {
        return store.versionsOf(claimId);
    }

    /**
     * A version that has left.
     *
     * @param submissionId absent where a former system has sent it
     * @param rejected whether its payer, or the receiver of its file, has not taken it
     */
    public record SentVersion(
            int version,
            String claimNumber,
            String frequency,
            @Nullable UUID submissionId,
            Instant sentAt,
            boolean rejected) {}

    /**
     * Claims of a payer that left before an instant and that it has not decided, oldest first.
     *
     * @param except claims that are left out
     */
    @Transactional(TxType.MANDATORY)
    public List<UUID> undecided(UUID payerId, Instant leftBefore, Collection<UUID> except, int limit) {
        return store.undecided(payerId, leftBefore, except, limit);
    }
}
