package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.ledger.PostedEntries;

/**
 * Goes through the claims of a payment, in the payer's order but for reversals, and a chunk at a time, so that memory does not grow with the payment:
 * which claims of ours they are about, what is doubtful, what they post. The number of statements depends on the number of chunks and
 * not on that of claims.
 */
@ApplicationScoped
class PaymentWalk {
    private final RemittanceStore store;
    private final ClaimFinder finder;
    private final OurPayee payee;
    private final PostedEntries posted;
    private final LaterPayers laterPayers;
    private final RemittingPayers payers;
    private final ClaimContents claims;

    PaymentWalk(
            RemittanceStore store,
            ClaimFinder finder,
            OurPayee payee,
            PostedEntries posted,
            LaterPayers laterPayers,
            RemittingPayers payers,
            ClaimContents claims) {
        this.store = store;
        this.finder = finder;
        this.payee = payee;
        this.posted = posted;
        this.laterPayers = laterPayers;
        this.payers = payers;
        this.claims = claims;
    }

    /** Why somebody walks. */
    enum Purpose {
        POSTING,
        /** A person has looked, and knows who pays whom; whether claims have been paid before is judged all the same. */
        POSTING_BY_PERSON
    }

    /**
     * Hands over what each chunk posts before the next one is looked at. The first doubt ends it: of its chunk and of those that follow
     * nothing is handed over.
     *
     * @param id of the payment in the books
     * @return the doubt
     */
    Optional<String> through(UUID id, Remitted payment, Purpose purpose, BiConsumer<KnownClaims, Postings> work) {
        var remitted = payers.known(payment);
        var doubts = new Doubts(remitted);
        var walk = new Walk(id, remitted, purpose, doubts, work);
        var first = reversalsBeforeTheRest(remitted, doubts);
        if (!first.isEmpty()) {
            walk.through(first::contains);
        }
        walk.through(position -> !first.contains(position));
        return remitted.claims().count() == 0 && purpose != Purpose.POSTING_BY_PERSON
                ? payee.doubt(remitted)
                : walk.doubt;
    }

    /**
     * Of a payment of several chunks: a reversal of what was posted before comes before the decision that replaces it, be it that this stands in an earlier chunk. A chunk by itself is put in order as it is
     * judged. Of a payment without reversals nothing is asked, and of others only what is said of the claims that are reversed; all that is said of
     * them is in memory only where a reversal stands behind what may replace what it takes back.
     *
     * @return the positions of those reversals
     */
    private Set<Integer> reversalsBeforeTheRest(Remitted remitted, Doubts doubts) {
        if (!remitted.claims().isLarge() || remitted.claims().reversed().isEmpty()) {
            return Set.of();
        }
        var numbers = numbersOfReversed(remitted);
        Predicate<Remitted.Claim> ofReversed = claim -> claim.isReversal() || numbers.contains(claim.claimNumber());
        var keys = new CorrectionKeys(remitted);
        look(remitted, ofReversed, keys::add);
        doubts.expect(keys.reversals());
        var outOfOrder = keys.outOfOrder();
        if (outOfOrder.isEmpty()) {
            return Set.of();
        }
        var whole = new Corrections(remitted);
        look(remitted, ofReversed, known -> whole.add(known.of(outOfOrder)));
        var standing = new StandingDecisions();
        var reversed = whole.reversed();
        for (var from = 0; from < reversed.size(); from += RemittedClaims.CHUNK) {
            store.settled(reversed.subList(from, Math.min(reversed.size(), from + RemittedClaims.CHUNK)))
                    .forEach(standing::follow);
            forget(remitted);
        }
        return whole.reversalsBehind(standing);
    }

    /** By which the claims may be named that the payment reverses: another version of a claim has another number. */
    private Set<String> numbersOfReversed(Remitted remitted) {
        var reversed = remitted.claims().reversed();
        var numbers = new HashSet<>(claims.numbersOfSame(reversed));
        if (!numbers.containsAll(reversed)) { // of some only the patient, the day and the charge tell whose they are
            var found = new HashSet<String>();
            look(
                    remitted,
                    claim -> claim.isReversal() && !numbers.contains(claim.claimNumber()),
                    known -> known.claims().stream()
                            .flatMap(placed -> Stream.ofNullable(placed.content()))
                            .forEach(content -> found.add(content.claimNumber())));
            numbers.addAll(claims.numbersOfSame(found));
        }
        return numbers;
    }

    /** Chunks without any that are wanted are not looked up. */
    private void look(Remitted remitted, Predicate<Remitted.Claim> wanted, Consumer<KnownClaims> work) {
        var next = new int[] {1};
        remitted.claims().inChunks(chunk -> {
            var first = next[0];
            next[0] += chunk.size();
            if (chunk.stream().anyMatch(wanted)) {
                work.accept(finder.find(first, chunk).only(position -> wanted.test(chunk.get(position - first))));
                forget(remitted);
            }
        });
    }

    /** One payment, gone through once or twice. */
    private final class Walk {
        private final UUID id;
        private final Remitted remitted;
        private final Purpose purpose;
        private final Doubts doubts;
        private final BiConsumer<KnownClaims, Postings> work;
        private Optional<String> doubt = Optional.empty();
        private boolean someAreOurs;
        private int next;

        private Walk(
                UUID id, Remitted remitted, Purpose purpose, Doubts doubts, BiConsumer<KnownClaims, Postings> work) {
            this.id = id;
            this.remitted = remitted;
            this.purpose = purpose;
            this.doubts = doubts;
            this.work = work;
        }

        /** @param wanted positions; the others are looked at another time */
        private void through(IntPredicate wanted) {
            next = 1;
            remitted.claims().inChunks(chunk -> {
                var first = next;
                next += chunk.size();
                if (doubt.isEmpty() && IntStream.range(first, next).anyMatch(wanted)) {
                    judge(finder.find(first, chunk).only(wanted));
                }
            });
        }

        private void judge(KnownClaims known) {
            someAreOurs |= known.claims().stream().anyMatch(KnownClaims.Placed::isOurs);
            var unseen = doubts.unseen(known);
            var found = doubts.first(known, unseen.isEmpty() ? List.of() : store.settled(unseen));
            if (!someAreOurs && next > remitted.claims().count()) {
                found = payee.doubt(remitted);
            }
            if (found.isPresent() && purpose != Purpose.POSTING_BY_PERSON) {
                doubt = found;
                return;
            }
            work.accept(known, postings(id, remitted, known, doubts));
            forget(remitted);
        }
    }

    /** What is done with a large payment is written and forgotten chunk by chunk. */
    private void forget(Remitted remitted) {
        if (remitted.claims().isLarge()) {
            store.flushAndForget();
        }
    }

    /** @param doubts which have seen these claims */
    Postings postings(UUID id, Remitted remitted, KnownClaims known, Doubts doubts) {
        var takenBack = doubts.reversed();
        var wanted = known.claims().stream()
                .map(placed -> takenBack.get(placed.position()))
                .filter(Objects::nonNull)
                .map(Settled::entryId)
                .filter(Objects::nonNull)
                .toList();
        return new Postings(
                id,
                remitted,
                doubts.inOrder(known),
                new PostedBefore(
                        takenBack, posted.byId(wanted), doubts.partsBefore(), doubts.unfit(), doubts.corrected()),
                left(remitted, known, doubts));
    }

    /** Nothing is asked where no later payer decides anything and nothing is paid a second time, which is nearly always. */
    private LeftToPayers left(Remitted remitted, KnownClaims known, Doubts doubts) {
        var standing = doubts.standing();
        var decidedByLater = new LinkedHashSet<UUID>();
        var overtaken = new LinkedHashMap<UUID, ClaimContent>();
        for (var placed : known.claims()) {
            var content = placed.content();
            if (content == null || placed.decidesNothing()) {
                continue;
            }
            var payer = PayerOfClaim.orOwn(remitted, placed.claim(), content);
            if (payer.isLater() || doubts.unfit().containsKey(placed.position())) {
                decidedByLater.add(content.claimId());
            }
            if (standing.isOvertaken(content.claimId(), payer) || placed.claim().isReversal() && payer.isLater()) {
                overtaken.put(content.claimId(), content);
            }
        }
        return laterPayers.left(decidedByLater, overtaken.values(), standing);
    }
}
