package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.Adjudication;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimDecisions.Decision;
import org.superbill.billing.denial.Denied;
import org.superbill.billing.denial.PaidLater;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.events.RemittancePosted;

/** All that a chunk of the claims of one balanced ST does: entries, denials, decisions. Pure. */
final class Postings {
    private final UUID remittanceId;
    private final Remitted remitted;
    private final Map<UUID, JournalEntry> originals;
    private final LeftToPayers left;
    private final Map<UUID, JournalEntry> entries = new LinkedHashMap<>();
    private final Map<Integer, RemittanceClaim> rows = new LinkedHashMap<>();
    private final Map<Integer, List<Denied>> denials = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();
    private final List<RemittancePosted.PaidClaim> paidClaims = new ArrayList<>();
    private final Set<UUID> patients = new LinkedHashSet<>();
    private final Map<UUID, Set<UUID>> reversed = new LinkedHashMap<>();
    private final List<PaidLater> paid = new ArrayList<>();
    private final Map<UUID, Set<UUID>> decided = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> settledOfOthers = new LinkedHashMap<>();

    /** What the payer holds the lines of a claim worth. */
    record Judged(UUID remittanceId, ClaimContent content, PayerOfClaim payer, List<AllowedLine> lines) {}

    /**
     * @param takenBack by position of a reversal what it takes back, as far as that is known
     * @param originals the entries of these, by id
     * @param left to payers that come later
     */
    Postings(
            UUID remittanceId,
            Remitted remitted,
            KnownClaims known,
            Map<Integer, Settled> takenBack,
            Map<UUID, JournalEntry> originals,
            LeftToPayers left) {
        this.remittanceId = remittanceId;
        this.remitted = remitted;
        this.originals = originals;
        this.left = left;
        for (var placed : known.claims()) {
            var content = placed.content();
            if (content == null) {
                unapplied(placed);
            } else {
                post(placed, content, takenBack.get(placed.position()));
            }
        }
        left.fitted(remittanceId, remitted.paymentDate()).forEach(entry -> entries.put(entry.id(), entry));
    }

    private void unapplied(KnownClaims.Placed placed) {
        var claim = placed.claim();
        var entry = Unapplied.entry(
                remittanceId,
                claim.paid(),
                remitted.paymentDate(),
                "Claim number %s is not ours".formatted(claim.claimNumber()));
        keep(placed, null, null, null, entry, "unapplied");
    }

    private void post(KnownClaims.Placed placed, ClaimContent content, @Nullable Settled takenBack) {
        var claim = placed.claim();
        var payer = PayerOfClaim.orOwn(remitted, claim, content);
        var posting =
                new ClaimPosting(remittanceId, remitted.paymentDate(), claim, content, payer, left.to(content, payer));
        var entry = reversal(takenBack).or(posting::entry);
        entry.ifPresent(made -> left.follow(made.lines()));
        entry.flatMap(Reversals::patient).or(posting::patient).ifPresent(patients::add);
        denials.put(placed.position(), posting.denials());
        if (!posting.settledOfOthers().isEmpty()) {
            settledOfOthers
                    .computeIfAbsent(payer.payerId(), id -> new LinkedHashSet<>())
                    .addAll(posting.settledOfOthers());
        }
        if (!posting.allowed().isEmpty() && !payer.isLater()) {
            judged.add(new Judged(remittanceId, content, payer, posting.allowed()));
        }
        concerned(claim)
                .ifPresent(byPayer -> byPayer.computeIfAbsent(payer.payerId(), id -> new LinkedHashSet<>())
                        .add(content.claimId()));
        posting.paidLines()
                .forEach(line -> paid.add(new PaidLater(
                        content.claimId(), payer.payerId(), line, claim.lines().isEmpty())));
        var adjudication = adjudication(claim, content, payer, posting);
        decisions.add(new Decision(
                content.claimNumber(),
                adjudication,
                claim.payerClaimNumber(),
                detail(claim, posting),
                remittanceId,
                payer.payerId(),
                remitted.paymentDate(),
                left.isOvertaken(content.claimId(), payer)));
        paidClaims.add(new RemittancePosted.PaidClaim(
                content.claimId(),
                content.facts().encounter().encounterId(),
                content.claimNumber(),
                claim.paid().value()));
        keep(placed, payer, adjudication, posting.decision(), entry, "posted");
    }

    /**
     * Where a later payer has settled what this one decides anew, or this one refuses what a later one has decided, who owes what takes a
     * person: no entry moves it by itself.
     */
    private Adjudication adjudication(
            Remitted.Claim claim, ClaimContent content, PayerOfClaim payer, ClaimPosting posting) {
        if (claim.isReversal() || claim.isPredetermination()) {
            return posting.adjudication();
        }
        var refusesAfterAnother = left.isOvertaken(content.claimId(), payer)
                && posting.denials().stream()
                        .anyMatch(denied -> !denied.groupCode().equals("PR"));
        return refusesAfterAnother || left.isSettledByAnother(content.claimId(), payer.payerId())
                ? Adjudication.NEEDS_REVIEW
                : posting.adjudication();
    }

    private String detail(Remitted.Claim claim, ClaimPosting posting) {
        var said = "Remittance %s: charged %s, paid %s, the patient's part %s"
                .formatted(
                        remitted.traceNumber(),
                        claim.charge().dollars(),
                        claim.paid().dollars(),
                        claim.patientResponsibility().dollars());
        return posting.adjustedBefore().isZero()
                ? said
                : said
                        + "; adjustments of %s repeat those of the payers before"
                                .formatted(posting.adjustedBefore().dollars());
    }

    /** What was posted is taken back line by line, whatever has become of coverages and remarks since. */
    private Optional<JournalEntry> reversal(@Nullable Settled takenBack) {
        if (takenBack == null || takenBack.entryId() == null) {
            return Optional.empty();
        }
        var original = Optional.ofNullable(originals.get(takenBack.entryId()));
        return original.map(entry ->
                Reversals.of(entry, JournalEntry.Kind.PAYER_REVERSAL, remitted.paymentDate(), null, remittanceId));
    }

    private void keep(
            KnownClaims.Placed placed,
            @Nullable PayerOfClaim payer,
            @Nullable Adjudication adjudication,
            @Nullable Adjudication decision,
            Optional<JournalEntry> entry,
            String posting) {
        entry.ifPresent(made -> entries.put(made.id(), made));
        var entryId = entry.map(JournalEntry::id).orElse(null);
        rows.put(
                placed.position(),
                new RemittanceClaim(remittanceId, placed, payer, adjudication, decision, entryId, posting));
    }

    /** An estimate concerns nobody: it decides nothing. */
    private Optional<Map<UUID, Set<UUID>>> concerned(Remitted.Claim claim) {
        if (claim.isPredetermination()) {
            return Optional.empty();
        }
        return Optional.of(claim.isReversal() ? reversed : decided);
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    List<RemittanceClaim> rows() {
        return List.copyOf(rows.values());
    }

    /** @param position of the claim in its ST */
    RemittanceClaim rowOf(int position) {
        return Objects.requireNonNull(rows.get(position));
    }

    /** What the claim of the row moves; empty when it moves nothing. */
    List<JournalEntry.Line> entryOf(RemittanceClaim row) {
        var id = row.entryId();
        return id == null ? List.of() : Objects.requireNonNull(entries.get(id)).lines();
    }

    List<Denied> denials() {
        return denials.values().stream().flatMap(List::stream).toList();
    }

    /** @param position of the claim in its ST */
    List<Denied> denialsOf(int position) {
        return denials.getOrDefault(position, List.of());
    }

    /** In the payer's order: a reversal before what replaces it. */
    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** Who pays the claims. */
    Set<UUID> payers() {
        return decisions.stream()
                .map(Decision::payerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    List<Judged> judged() {
        return List.copyOf(judged);
    }

    List<RemittancePosted.PaidClaim> paidClaims() {
        return List.copyOf(paidClaims);
    }

    /** Whose balance has moved. */
    Set<UUID> patients() {
        return Set.copyOf(patients);
    }

    /** Claims whose earlier decision was taken back, by the payer that did. */
    Map<UUID, Set<UUID>> reversed() {
        return Map.copyOf(reversed);
    }

    /** Claims and lines that were paid something, perhaps after they had been refused. */
    List<PaidLater> paid() {
        return List.copyOf(paid);
    }

    /** Refusals of payers before whose amount a later payer has settled, by that payer. */
    Map<UUID, Set<UUID>> settledOfOthers() {
        return Map.copyOf(settledOfOthers);
    }

    /** Claims that were decided, perhaps again, by payer. */
    Map<UUID, Set<UUID>> decided() {
        return Map.copyOf(decided);
    }
}
