package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimDecisions;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.deposit.Announced;
import org.superbill.billing.deposit.Deposits;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.refund.Refunds;
import org.superbill.billing.underpayment.Underpayments;
import org.superbill.events.RemittancePosted;
import org.superbill.servicekit.outbox.Outbox;

/**
 * Brings a payment into the books, to its claims and to whom it concerns, a chunk of claims at a time in one transaction. The number
 * of statements depends on the number of chunks and not on that of claims.
 */
@ApplicationScoped
class Booking {
    /** Where Medicare pays the facility rate. Source: Medicare Claims Processing Manual, chapter 12, section 20.4.2. */
    private static final Set<String> PLACES_OF_FACILITIES =
            Set.of("02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53", "56", "61");

    private final RemittanceStore store;
    private final ClaimFinder finder;
    private final OurPayee payee;
    private final ClaimDecisions claims;
    private final Ledger ledger;
    private final PostedEntries posted;
    private final Denials denials;
    private final PatientAccounts patientAccounts;
    private final Underpayments underpayments;
    private final Deposits deposits;
    private final Refunds refunds;
    private final Outbox outbox;
    private final EntityManager entities;

    Booking(
            RemittanceStore store,
            ClaimFinder finder,
            OurPayee payee,
            ClaimDecisions claims,
            Ledger ledger,
            PostedEntries posted,
            Denials denials,
            PatientAccounts patientAccounts,
            Underpayments underpayments,
            Deposits deposits,
            Refunds refunds,
            Outbox outbox,
            EntityManager entities) {
        this.store = store;
        this.finder = finder;
        this.payee = payee;
        this.claims = claims;
        this.ledger = ledger;
        this.posted = posted;
        this.denials = denials;
        this.patientAccounts = patientAccounts;
        this.underpayments = underpayments;
        this.deposits = deposits;
        this.refunds = refunds;
        this.outbox = outbox;
        this.entities = entities;
    }

    /**
     * What is known about the claims of a payment before anything of it is posted.
     *
     * @param doubt the first one
     * @param known the claims, when they are one chunk; else they are looked up again
     */
    record Examined(
            Optional<String> doubt,
            Map<Integer, Settled> takenBack,
            @Nullable KnownClaims known) {}

    Examined examine(Remitted remitted, boolean preview) {
        var doubts = new Doubts(remitted);
        var examination = new Object() {
            Optional<String> doubt = Optional.empty();

            @Nullable
            KnownClaims known;

            boolean someAreOurs;
            int next = 1;
        };
        remitted.claims().inChunks(chunk -> {
            var known = finder.find(examination.next, chunk, preview);
            examination.someAreOurs |= known.claims().stream().anyMatch(KnownClaims.Placed::isOurs);
            var unseen = doubts.unseen(known);
            var doubt = doubts.first(known, unseen.isEmpty() ? List.of() : store.settled(unseen));
            examination.doubt = examination.doubt.or(() -> doubt);
            examination.known = known;
            examination.next += chunk.size();
            forget(remitted);
        });
        if (!examination.someAreOurs) {
            examination.doubt = payee.doubt(remitted);
        }
        return new Examined(examination.doubt, doubts.reversed(), isOneChunk(remitted) ? examination.known : null);
    }

    private static boolean isOneChunk(Remitted remitted) {
        return remitted.claims().count() <= RemittedClaims.CHUNK;
    }

    /** What is done with a large payment is written and forgotten chunk by chunk. */
    private void forget(Remitted remitted) {
        if (!isOneChunk(remitted)) {
            entities.flush();
            entities.clear();
        }
    }

    /**
     * What is to be kept of a payment that is in the books.
     *
     * @param payerId whose payment it is, as far as that is known
     */
    record Booked(String explanation, @Nullable UUID payerId) {}

    /** The rows of its claims are written too, instead of those of before. */
    Booked book(UUID id, Remitted remitted, Examined examined) {
        var sums = new Object() {
            long unknown;

            @Nullable
            UUID payer;

            boolean severalPayers;
            int next = 1;
        };
        remitted.claims().inChunks(chunk -> {
            var before = examined.known();
            var known = before == null ? finder.find(sums.next, chunk, false) : before;
            sums.next += chunk.size();
            sums.unknown += known.unknownNumbers();
            known.payerId().ifPresent(payer -> {
                sums.severalPayers |= sums.payer != null && !sums.payer.equals(payer);
                sums.payer = payer;
            });
            var postings = postings(id, remitted, known, examined.takenBack());
            write(postings);
            store.keep(postings.rows());
            tell(id, remitted, postings.paidClaims());
            forget(remitted);
        });
        if (remitted.claims().count() == 0) {
            tell(id, remitted, List.of());
        }
        var payer = sums.severalPayers ? null : sums.payer;
        if (payer == null && !remitted.providerAdjustments().isEmpty()) {
            payer = store.payerOfOriginator(remitted.originator()).orElse(null);
        }
        ProviderAdjustments.entry(id, remitted, payer, acknowledged(id, remitted, payer))
                .ifPresent(entry -> ledger.post(List.of(entry)));
        deposits.expect(new Announced(
                id,
                remitted.traceNumber(),
                remitted.originator(),
                remitted.payerName(),
                remitted.payment(),
                remitted.paymentDate()));
        return new Booked(
                sums.unknown == 0
                        ? "Posted"
                        : "Posted; the money of %d claim numbers that are not ours is unapplied"
                                .formatted(sums.unknown),
                payer);
    }

    Postings postings(UUID id, Remitted remitted, KnownClaims known, Map<Integer, Settled> takenBack) {
        var wanted = known.claims().stream()
                .map(placed -> takenBack.get(placed.position()))
                .filter(Objects::nonNull)
                .map(Settled::entryId)
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, JournalEntry> originals = posted.byId(wanted);
        return new Postings(id, remitted, known, takenBack, originals);
    }

    void write(Postings postings) {
        ledger.post(postings.entries());
        denials.takenBack(postings.reversed());
        underpayments.withdrawn(postings.reversed());
        denials.paidLater(postings.paid());
        denials.replaced(postings.decided());
        denials.record(postings.denials());
        claims.decided(postings.decisions());
        patientAccounts.changed(postings.patients());
        underpayments.found(
                postings.judged().stream().flatMap(Booking::compared).toList());
    }

    private static Stream<Underpayments.Paid> compared(Postings.Judged judged) {
        var byLine = new LinkedHashMap<Integer, List<AllowedLine>>();
        judged.lines()
                .forEach(line -> byLine.computeIfAbsent(line.line().lineNumber(), number -> new ArrayList<>())
                        .add(line));
        return byLine.values().stream()
                .map(parts -> new Underpayments.Paid(
                        judged.remittanceId(),
                        judged.content().claimId(),
                        judged.payer().payerId(),
                        parts.get(0).line(),
                        isInFacility(judged.content().facts()),
                        Cents.sum(parts, AllowedLine::allowed),
                        parts.stream().allMatch(AllowedLine::told)));
    }

    private static boolean isInFacility(ClaimFacts facts) {
        return PLACES_OF_FACILITIES.contains(facts.location().placeOfService());
    }

    /** A payment of very many claims is told in several events, each with some of them. */
    private void tell(UUID id, Remitted remitted, List<RemittancePosted.PaidClaim> paid) {
        outbox.publish(new RemittancePosted(
                id,
                remitted.traceNumber(),
                remitted.payerName(),
                remitted.payment().value(),
                paid));
    }

    /** What we have sent back and the payer acknowledges (PLB 72), by its place among the adjustments. */
    private Map<Integer, Refunds.Acknowledged> acknowledged(UUID id, Remitted remitted, @Nullable UUID payer) {
        var found = new HashMap<Integer, Refunds.Acknowledged>();
        for (var place = 0; place < remitted.providerAdjustments().size(); place++) {
            var adjustment = remitted.providerAdjustments().get(place);
            if (adjustment.reason().equals("72") && adjustment.reference() != null && payer != null) {
                var at = place;
                refunds.acknowledge(
                                id,
                                payer,
                                adjustment.reference(),
                                adjustment.amount().negated())
                        .ifPresent(refund -> found.put(at, refund));
            }
        }
        return found;
    }
}
