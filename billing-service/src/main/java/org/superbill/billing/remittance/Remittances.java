package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.x12.X12Exception;

/** Takes payments: each is posted whole, or kept with the reason why not. */
@ApplicationScoped
public class Remittances {
    /** With a payment itself; of more there are pages. */
    private static final int CLAIMS_SHOWN = 1_000;

    private final RemittanceStore store;
    private final Booking booking;
    private final RemittanceDeadlines deadlines;

    Remittances(RemittanceStore store, Booking booking, RemittanceDeadlines deadlines) {
        this.store = store;
        this.booking = booking;
        this.deadlines = deadlines;
    }

    /**
     * Takes one ST of an 835.
     *
     * @param position of the ST in its file, from 1
     * @param at when the file came
     * @throws X12Exception when the ST cannot be read; nothing was done then
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = X12Exception.class)
    public PostingOutcome receive(UUID x12FileId, int position, RemittanceFile file, Instant at) {
        return receive(new RemittanceSource(RemittanceSource.Kind.X12_835, x12FileId, position), file.at(position), at);
    }

    PostingOutcome receive(RemittanceSource source, Remitted remitted, Instant at) {
        return receive(source, remitted, at, Booking.Follower.NOBODY);
    }

    /** @param follower is told what is posted */
    PostingOutcome receive(RemittanceSource source, Remitted remitted, Instant at, Booking.Follower follower) {
        var id = Ids.next();
        var verdict = beforeItsClaims(remitted);
        if (verdict.isEmpty()) {
            var attempt = booking.attempt(id, remitted, follower);
            if (attempt instanceof Booking.Booked booked) {
                var remittance =
                        new Remittance(id, source, remitted, Remittance.State.POSTED, booked.explanation(), at);
                remittance.ofPayer(booked.payerId());
                store.persist(remittance);
                return new PostingOutcome.Posted(id, booked.explanation());
            }
            verdict = Optional.of(Verdict.waiting((Booking.Doubtful) attempt));
        }
        return keep(id, source, remitted, verdict.get(), at);
    }

    /** Nothing of it is posted. */
    private PostingOutcome keep(UUID id, RemittanceSource source, Remitted remitted, Verdict verdict, Instant at) {
        store.persist(new Remittance(id, source, remitted, verdict.state(), verdict.explanation(), at));
        keepClaims(id, remitted);
        deadlines.kept(id, verdict.state());
        return switch (verdict.state()) {
            case QUARANTINED -> new PostingOutcome.Quarantined(id, verdict.explanation());
            case DUPLICATE -> new PostingOutcome.AlreadyPosted(id, verdict.explanation());
            default -> new PostingOutcome.WaitsForPerson(id, verdict.explanation());
        };
    }

    private void keepClaims(UUID id, Remitted remitted) {
        var position = new int[1];
        remitted.claims()
                .inChunks(chunk -> store.keep(chunk.stream()
                        .map(claim -> new RemittanceClaim(id, ++position[0], claim, "none"))
                        .toList()));
    }

    /** What is to be done with a payment that is not posted, and why. */
    record Verdict(Remittance.State state, String explanation) {
        static Verdict waiting(Booking.Doubtful doubtful) {
            return new Verdict(Remittance.State.WAITING, doubtful.why());
        }
    }

    /** Empty when its claims have to be looked at. Two payments with the same trace are judged one after the other. */
    Optional<Verdict> beforeItsClaims(Remitted remitted) {
        if (!remitted.disagreements().isEmpty()) {
            return Optional.of(new Verdict(
                    Remittance.State.QUARANTINED,
                    "Nothing was posted: " + remitted.disagreements().get(0).message()));
        }
        return sameTrace(remitted, store.bookedOfTraceLocked(remitted.traceNumber(), remitted.originator()));
    }

    /** @param booked what is in the books under the same trace */
    private static Optional<Verdict> sameTrace(Remitted remitted, List<Remittance> booked) {
        var same = booked.stream()
                .filter(earlier -> earlier.isSameMoneyAs(remitted))
                .toList();
        if (same.stream().anyMatch(earlier -> earlier.isPosted() && earlier.saysTheSameAs(remitted))) {
            return Optional.of(new Verdict(
                    Remittance.State.DUPLICATE, "The same money was posted before: nothing was posted again"));
        }
        if (booked.isEmpty() || remitted.movesNoMoney() && same.equals(booked)) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(Remittance.State.WAITING, whyItWaits(same)));
    }

    private static String whyItWaits(List<Remittance> same) {
        if (same.isEmpty()) {
            return "The same trace number came before with another amount, date or payee: a person has to look";
        }
        return same.stream().anyMatch(Remittance::isPosted)
                ? "The same money came before and said other things of its claims: undo that posting to accept this one, or discard it"
                : "The cash of this payment is in unapplied: accept it to take that back and to post it";
    }

    @Transactional
    RemittanceView get(UUID id) {
        var remittance = store.findByIdOptional(id)
                .orElseThrow(() -> new Problem(RemittanceProblem.REMITTANCE_NOT_FOUND, "No remittance with this id"));
        return remittance.view(store.claims(id, 0, CLAIMS_SHOWN).stream()
                .map(RemittanceClaim::view)
                .toList());
    }

    /** In the payer's order. @throws Problem {@code REMITTANCE_NOT_FOUND} */
    @Transactional
    Page<RemittanceView.ClaimView> claims(UUID id, PageRequest page) {
        if (store.findByIdOptional(id).isEmpty()) {
            throw new Problem(RemittanceProblem.REMITTANCE_NOT_FOUND, "No remittance with this id");
        }
        var found = store.claimsById(id, page.after(), page.fetch());
        return Page.of(found, page, RemittanceClaim::id).map(RemittanceClaim::view);
    }

    @Transactional
    Page<RemittanceView> list(Remittance.@Nullable State state, PageRequest page) {
        var found = store.list(state, page.afterId(), page.fetch()).stream()
                .map(remittance -> remittance.view(List.of()))
                .toList();
        return Page.of(found, page, RemittanceView::id);
    }
}
