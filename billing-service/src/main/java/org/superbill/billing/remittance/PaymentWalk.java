package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.PostedEntries;

/**
 * Goes once through the claims of a payment, in the payer's order and a chunk at a time, so that memory does not grow with the payment:
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

    PaymentWalk(
            RemittanceStore store,
            ClaimFinder finder,
            OurPayee payee,
            PostedEntries posted,
            LaterPayers laterPayers,
            RemittingPayers payers) {
        this.store = store;
        this.finder = finder;
        this.payee = payee;
        this.posted = posted;
        this.laterPayers = laterPayers;
        this.payers = payers;
    }

    /** Why somebody walks. */
    enum Purpose {
        /** Nothing is written. */
        PREVIEW,
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
        return through(id, payment, purpose, List.of(), work);
    }

    /** @param previewed what payments say that would be in the books by then */
    Optional<String> through(
            UUID id,
            Remitted payment,
            Purpose purpose,
            Collection<Settled> previewed,
            BiConsumer<KnownClaims, Postings> work) {
        var remitted = payers.known(payment);
        var doubts = new Doubts(remitted);
        var so = new Object() {
            Optional<String> doubt = Optional.empty();
            boolean someAreOurs;
            int next = 1;
        };
        remitted.claims().inChunks(chunk -> {
            if (so.doubt.isPresent()) {
                return;
            }
            var known = finder.find(so.next, chunk, purpose == Purpose.PREVIEW);
            so.next += chunk.size();
            so.someAreOurs |= known.claims().stream().anyMatch(KnownClaims.Placed::isOurs);
            var unseen = doubts.unseen(known);
            var settled = new ArrayList<>(unseen.isEmpty() ? List.<Settled>of() : store.settled(unseen));
            previewed.stream().filter(one -> unseen.contains(one.claimId())).forEach(settled::add);
            var doubt = doubts.first(known, settled);
            if (!so.someAreOurs && so.next > remitted.claims().count()) {
                doubt = payee.doubt(remitted);
            }
            if (doubt.isPresent() && purpose != Purpose.POSTING_BY_PERSON) {
                so.doubt = doubt;
                return;
            }
            work.accept(known, postings(id, remitted, known, doubts));
            forget(remitted);
        });
        return remitted.claims().count() == 0 && purpose != Purpose.POSTING_BY_PERSON
                ? payee.doubt(remitted)
                : so.doubt;
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
                new PostedBefore(takenBack, posted.byId(wanted), doubts.partsBefore(), doubts.unfit()),
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
