package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.x12.X12Exception;

/** Takes payments: each is posted whole, or kept with the reason why not. */
@ApplicationScoped
public class Remittances {
    private final RemittanceStore store;
    private final Booking booking;

    Remittances(RemittanceStore store, Booking booking) {
        this.store = store;
        this.booking = booking;
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
        var id = Ids.next();
        var verdict = judge(remitted, false);
        if (verdict.state() != Remittance.State.POSTED) {
            store.persist(new Remittance(id, source, remitted, verdict.state(), verdict.explanation(), at));
            keepClaims(id, remitted);
            return switch (verdict.state()) {
                case QUARANTINED -> new PostingOutcome.Quarantined(id, verdict.explanation());
                case DUPLICATE -> new PostingOutcome.AlreadyPosted(id, verdict.explanation());
                default -> new PostingOutcome.WaitsForPerson(id, verdict.explanation());
            };
        }
        var booked = booking.book(id, remitted, verdict.examined().orElseThrow());
        var remittance = new Remittance(id, source, remitted, verdict.state(), booked.explanation(), at);
        remittance.ofPayer(booked.payerId());
        store.persist(remittance);
        return new PostingOutcome.Posted(id, booked.explanation());
    }

    private void keepClaims(UUID id, Remitted remitted) {
        var position = new int[1];
        remitted.claims()
                .inChunks(chunk -> store.keep(chunk.stream()
                        .map(claim -> new RemittanceClaim(id, ++position[0], claim, "none"))
                        .toList()));
    }

    /**
     * What is to be done with a payment, and why.
     *
     * @param examined what is known of its claims; absent when it was decided without them
     */
    record Verdict(Remittance.State state, String explanation, Optional<Booking.Examined> examined) {
        private static Verdict of(Remittance.State state, String explanation) {
            return new Verdict(state, explanation, Optional.empty());
        }
    }

    Verdict judge(Remitted remitted, boolean preview) {
        if (!remitted.disagreements().isEmpty()) {
            return Verdict.of(
                    Remittance.State.QUARANTINED,
                    "Nothing was posted: " + remitted.disagreements().get(0).message());
        }
        var sameTrace = sameTrace(remitted, store.bookedOfTraceLocked(remitted.traceNumber(), remitted.originator()));
        if (sameTrace.isPresent()) {
            return sameTrace.get();
        }
        var examined = booking.examine(remitted, preview);
        return examined.doubt()
                .map(doubt -> Verdict.of(Remittance.State.WAITING, doubt))
                .orElseGet(() -> new Verdict(Remittance.State.POSTED, "Posted", Optional.of(examined)));
    }

    /** @param booked what is in the books under the same trace */
    private static Optional<Verdict> sameTrace(Remitted remitted, List<Remittance> booked) {
        var same = booked.stream()
                .filter(earlier -> earlier.isSameMoneyAs(remitted))
                .toList();
        if (same.stream().anyMatch(earlier -> earlier.isPosted() && earlier.saysTheSameAs(remitted))) {
            return Optional.of(Verdict.of(
                    Remittance.State.DUPLICATE, "The same money was posted before: nothing was posted again"));
        }
        if (booked.isEmpty() || remitted.movesNoMoney() && same.equals(booked)) {
            return Optional.empty();
        }
        return Optional.of(Verdict.of(Remittance.State.WAITING, whyItWaits(same)));
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
        return remittance.view(
                store.claims(id).stream().map(RemittanceClaim::view).toList());
    }

    @Transactional
    Page<RemittanceView> list(PageRequest page) {
        var found = store.list(page.afterId(), page.fetch()).stream()
                .map(remittance -> remittance.view(List.of()))
                .toList();
        return Page.of(found, page, RemittanceView::id);
    }
}
