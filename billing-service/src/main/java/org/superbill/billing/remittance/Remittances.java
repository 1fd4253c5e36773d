package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimProgress;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.billing.submission.Submissions;
import org.superbill.events.RemittancePosted;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.x12.X12Exception;
import org.superbill.x12.remittance.RemittanceAdvice;

/** Posts payments. The number of statements does not depend on the number of claims. */
@ApplicationScoped
public class Remittances {
    private final RemittanceStore store;
    private final Submissions submissions;
    private final ClaimProgress claims;
    private final Ledger ledger;
    private final Denials denials;
    private final PatientAccounts patientAccounts;
    private final Outbox outbox;

    Remittances(
            RemittanceStore store,
            Submissions submissions,
            ClaimProgress claims,
            Ledger ledger,
            Denials denials,
            PatientAccounts patientAccounts,
            Outbox outbox) {
        this.store = store;
        this.submissions = submissions;
        this.claims = claims;
        this.ledger = ledger;
        this.denials = denials;
        this.patientAccounts = patientAccounts;
        this.outbox = outbox;
    }

    /**
     * Takes one ST of an 835.
     *
     * @param position of the ST in its file, from 1
     * @param at when the file came
     * @throws X12Exception when the ST cannot be read; nothing was done then
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = X12Exception.class)
    public PostingOutcome receive(
            UUID x12FileId, int position, String controlNumber, RemittanceAdvice advice, Instant at) {
        var remitted = RemittedReader.read(advice, controlNumber, position);
        var id = Ids.next();
        if (!remitted.disagreements().isEmpty()) {
            var explanation =
                    "Nothing was posted: " + remitted.disagreements().get(0).message();
            keep(id, x12FileId, position, remitted, Remittance.State.QUARANTINED, explanation, at);
            return new PostingOutcome.Quarantined(id, explanation);
        }
        var booked = store.bookedOfTraceLocked(remitted.traceNumber(), remitted.originator());
        if (booked.stream().anyMatch(earlier -> earlier.isPosted() && earlier.isSameMoneyAs(remitted))) {
            var explanation = "The same money was posted before: nothing was posted again";
            keep(id, x12FileId, position, remitted, Remittance.State.DUPLICATE, explanation, at);
            return new PostingOutcome.AlreadyPosted(id, explanation);
        }
        if (!booked.isEmpty()) {
            var explanation = booked.stream().anyMatch(earlier -> earlier.isSameMoneyAs(remitted))
                    ? "The cash of this payment is in unapplied: accept it to take that back and to post it"
                    : "The same trace number came before with another amount, date or payee: a person has to look";
            keep(id, x12FileId, position, remitted, Remittance.State.WAITING, explanation, at);
            return new PostingOutcome.WaitsForPerson(id, explanation);
        }
        var known = held(remitted);
        var doubt = new Doubts(remitted, known, settledBefore(known)).first();
        if (doubt.isPresent()) {
            keep(id, x12FileId, position, remitted, Remittance.State.WAITING, doubt.get(), at);
            return new PostingOutcome.WaitsForPerson(id, doubt.get());
        }
        var posted = book(id, remitted, known);
        store.keep(
                new Remittance(id, x12FileId, position, remitted, Remittance.State.POSTED, posted.explanation(), at),
                posted.claims());
        return new PostingOutcome.Posted(id, posted.explanation());
    }

    private void keep(
            UUID id,
            UUID x12FileId,
            int position,
            Remitted remitted,
            Remittance.State state,
            String explanation,
            Instant at) {
        var rows = new ArrayList<RemittanceClaim>();
        for (var claim : remitted.claims()) {
            rows.add(new RemittanceClaim(id, rows.size() + 1, claim, null, null, "none"));
        }
        store.keep(new Remittance(id, x12FileId, position, remitted, state, explanation, at), rows);
    }

    /** What is to be kept of a payment that is in the books. */
    record Booked(String explanation, List<RemittanceClaim> claims) {}

    /** Brings a payment into the books, to its claims and to whom it concerns. */
    Booked book(UUID id, Remitted remitted) {
        return book(id, remitted, held(remitted));
    }

    private static List<String> numbers(Remitted remitted) {
        return remitted.claims().stream()
                .map(Remitted.Claim::claimNumber)
                .distinct()
                .toList();
    }

    /** The claims of ours, by claim number, which nobody else changes now. */
    private Map<String, ClaimContent> held(Remitted remitted) {
        var numbers = numbers(remitted);
        submissions.ensureSent(numbers);
        return claims.hold(numbers);
    }

    private List<Settled> settledBefore(Map<String, ClaimContent> known) {
        return known.isEmpty()
                ? List.of()
                : store.settled(known.values().stream()
                        .map(ClaimContent::claimId)
                        .distinct()
                        .toList());
    }

    private Booked book(UUID id, Remitted remitted, Map<String, ClaimContent> known) {
        var postings = new Postings(id, remitted, known);
        var unknown = numbers(remitted).stream()
                .filter(number -> !known.containsKey(number))
                .count();
        ledger.post(postings.entries());
        denials.takenBack(postings.reversed());
        denials.paidLater(postings.paid());
        denials.replaced(postings.decided());
        denials.record(postings.denials());
        claims.decided(postings.decisions());
        patientAccounts.changed(postings.patients());
        outbox.publish(new RemittancePosted(
                id,
                remitted.traceNumber(),
                remitted.payerName(),
                remitted.payment().value(),
                paidClaims(remitted, known)));
        return new Booked(
                unknown == 0
                        ? "Posted"
                        : "Posted; the money of %d claim numbers that are not ours is unapplied".formatted(unknown),
                rows(id, remitted, known, postings));
    }

    private static List<RemittanceClaim> rows(
            UUID id, Remitted remitted, Map<String, ClaimContent> known, Postings postings) {
        var decisions = postings.decisions().iterator();
        var rows = new ArrayList<RemittanceClaim>();
        for (var claim : remitted.claims()) {
            var content = known.get(claim.claimNumber());
            rows.add(new RemittanceClaim(
                    id,
                    rows.size() + 1,
                    claim,
                    content,
                    content == null ? null : decisions.next().adjudication(),
                    content == null ? "unapplied" : "posted"));
        }
        return rows;
    }

    private static List<RemittancePosted.PaidClaim> paidClaims(Remitted remitted, Map<String, ClaimContent> known) {
        var paid = new ArrayList<RemittancePosted.PaidClaim>();
        for (var claim : remitted.claims()) {
            var content = known.get(claim.claimNumber());
            if (content != null) {
                paid.add(new RemittancePosted.PaidClaim(
                        content.claimId(),
                        content.facts().encounter().encounterId(),
                        claim.claimNumber(),
                        claim.paid().value()));
            }
        }
        return paid;
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
