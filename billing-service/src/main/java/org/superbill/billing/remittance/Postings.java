package org.superbill.billing.remittance;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimDecisions.Decision;
import org.superbill.billing.denial.Denied;
import org.superbill.billing.denial.PaidLater;
import org.superbill.billing.denial.PayersDecision;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.remittance.Doubts.Unfit;
import org.superbill.billing.remittance.LeftToPayers.Share;
import org.superbill.events.RemittancePosted;

/** All that a chunk of the claims of one balanced ST does: entries, denials, decisions. Pure. */
final class Postings {
    private final UUID remittanceId;
    private final Remitted remitted;
    private final PostedBefore before;
    private final LeftToPayers left;
    private final Refitting refitting;
    private final List<DecidedClaims.Decided> decided = new ArrayList<>();
    private final Map<Integer, UUID> entryIds = new HashMap<>();
    private final Map<UUID, JournalEntry> entries = new LinkedHashMap<>();
    private final Map<Integer, RemittanceClaim> rows = new LinkedHashMap<>();
    private final Map<Integer, List<Denied>> denials = new LinkedHashMap<>();
    private final List<Decision> questions = new ArrayList<>();
    private final JudgedClaims judged = new JudgedClaims();
    private final List<RemittancePosted.PaidClaim> paidClaims = new ArrayList<>();
    private final Set<UUID> patients = new LinkedHashSet<>();
    private final Set<PayersDecision> reversed = new LinkedHashSet<>();
    private final List<PaidLater> paid = new ArrayList<>();
    private final Set<PayersDecision> decidedAnew = new LinkedHashSet<>();
    private final Map<UUID, Set<UUID>> settledOfOthers = new LinkedHashMap<>();
    private final DecidedClaims decidedClaims;

    /** What the payer holds the lines of a claim worth. */
    record Judged(UUID remittanceId, ClaimContent content, PayerOfClaim payer, List<AllowedLine> lines) {}

    /** @param left to payers that come later */
    Postings(UUID remittanceId, Remitted remitted, KnownClaims known, PostedBefore before, LeftToPayers left) {
        this.remittanceId = remittanceId;
        this.remitted = remitted;
        this.before = before;
        this.left = left;
        var money = new UndecidedMoney(remittanceId, remitted);
        for (var placed : known.claims()) {
            var content = placed.content();
            var unapplied = money.unapplied(placed, before.unfit().get(placed.position()));
            unapplied.ifPresent(kept -> keep(kept, null));
            if (content != null && unapplied.isEmpty()) {
                post(placed, content, money).ifPresent(decided::add);
            }
        }
        refitting = new Refitting(left, remittanceId, remitted.paymentDate());
        refitting.entries().forEach(entry -> {
            entries.put(entry.id(), entry);
            Reversals.patient(entry).ifPresent(patients::add);
        });
        refitting
                .settled()
                .forEach((payer, denialIds) -> settledOfOthers
                        .computeIfAbsent(payer, id -> new LinkedHashSet<>())
                        .addAll(denialIds));
        decidedClaims = new DecidedClaims(remittanceId, remitted, before, left, refitting, decided);
        decidedClaims.rows().forEach(row -> rows.put(row.position(), row));
    }

    private void keep(UndecidedMoney.Kept kept, @Nullable PayerOfClaim payer) {
        kept.entry().ifPresent(made -> {
            entries.put(made.id(), made);
            entryIds.put(kept.row().position(), made.id());
            if (payer != null) {
                left.follow(made.lines(), payer.payerId());
            }
        });
        rows.put(kept.row().position(), kept.row());
        denials.put(kept.row().position(), List.of());
        kept.question().ifPresent(questions::add);
    }

    /** Unless the payer says it of what it owes still, as of a line that it had refused; a later payer of such lines alone. */
    private boolean isSecondPayment(
            KnownClaims.Placed placed,
            ClaimContent content,
            PayerOfClaim payer,
            ClaimPosting posting,
            @Nullable PartOfClaim part) {
        if (before.unfit().get(placed.position()) != Unfit.SECOND_PAYMENT) {
            return false;
        }
        var ofClaim = left.owedBy(new Share(content.claimId(), payer.payerId()));
        var owed = (payer.isLater() ? ofClaim.only(part == null ? Set.of() : part.lines()) : ofClaim).sum();
        var settles = posting.entry().map(JournalEntry::lines).orElse(List.of()).stream()
                .filter(line -> line.account() == Account.INSURANCE_RECEIVABLE
                        && payer.payerId().equals(line.reference().payerId()))
                .toList();
        return payer.isLater() && owed.value() <= 0
                || Cents.sum(settles, line -> line.amount().negated()).compareTo(owed) > 0;
    }

    /** @return empty where nothing is decided by it, a second payment or one that is taken back */
    private Optional<DecidedClaims.Decided> post(
            KnownClaims.Placed placed, ClaimContent content, UndecidedMoney money) {
        var claim = placed.claim();
        var position = placed.position();
        var payer = PayerOfClaim.orOwn(remitted, claim, content);
        var part = PartOfClaim.of(claim, content, before.partsOf(position)).orElse(null);
        var posting = new ClaimPosting(
                remittanceId, remitted.paymentDate(), claim, content, payer, leftTo(content, payer, part));
        paidClaims.add(new RemittancePosted.PaidClaim(
                content.claimId(),
                content.facts().encounter().encounterId(),
                content.claimNumber(),
                claim.paid().value()));
        var takenBack = before.takenBack().get(position);
        if (takenBack != null && takenBack.again()) {
            keep(
                    isOfEarlierChunk(takenBack)
                            ? money.again(placed, content, payer)
                            : money.again(placed, payer, entry(takenBack, posting)),
                    payer);
            return Optional.empty();
        }
        if (isSecondPayment(placed, content, payer, posting, part)) {
            keep(money.again(placed, content, payer), payer);
            return Optional.empty();
        }
        var entry = entry(takenBack, posting);
        entry.ifPresent(made -> {
            entries.put(made.id(), made);
            entryIds.put(position, made.id());
            left.follow(made.lines(), payer.payerId());
        });
        entry.flatMap(Reversals::patient).or(posting::patient).ifPresent(patients::add);
        refusals(placed, content, payer, posting, part);
        posting.laterDecision().ifPresent(said -> left.decides(position, said));
        judge(position, content, payer, posting);
        posting.paidLines().stream()
                .filter(line -> part == null || part.answers(line))
                .forEach(line -> paid.add(new PaidLater(
                        content.claimId(), payer.payerId(), line, claim.lines().isEmpty())));
        return Optional.of(new DecidedClaims.Decided(placed, content, payer, posting, part, entryIds.get(position)));
    }

    /** Of the lines that a part of the claim is about. */
    private @Nullable Left leftTo(ClaimContent content, PayerOfClaim payer, @Nullable PartOfClaim part) {
        var all = left.to(content, payer);
        return all == null || part == null ? all : all.only(part.lines());
    }

    private void refusals(
            KnownClaims.Placed placed,
            ClaimContent content,
            PayerOfClaim payer,
            ClaimPosting posting,
            @Nullable PartOfClaim part) {
        if (!posting.settledOfOthers().isEmpty()) {
            settledOfOthers
                    .computeIfAbsent(payer.payerId(), id -> new LinkedHashSet<>())
                    .addAll(posting.settledOfOthers());
        }
        concerned(placed, content, payer, part).ifPresent(decision -> {
            (placed.claim().isReversal() ? reversed : decidedAnew).add(decision);
            left.withoutRefusals(decision);
            denials.replaceAll((position, refused) ->
                    refused.stream().filter(not(decision::refuses)).toList()); // they are not kept yet
        });
        denials.put(placed.position(), posting.denials());
        left.refuses(posting.denials().stream()
                .flatMap(denied -> denied.openRefusal().stream())
                .toList());
    }

    private void judge(int position, ClaimContent content, PayerOfClaim payer, ClaimPosting posting) {
        Optional.ofNullable(before.takenBack().get(position)).ifPresent(judged::takenBack);
        if (!posting.allowed().isEmpty() && !payer.isLater()) {
            var all = new Judged(remittanceId, content, payer, posting.allowed());
            judged.add(position, all, before.partsOf(position));
        }
    }

    /** What was posted is taken back line by line, whatever has become of coverages and remarks since; where nothing was, nothing is. */
    private Optional<JournalEntry> entry(@Nullable Settled takenBack, ClaimPosting posting) {
        if (takenBack == null) {
            return posting.entry();
        }
        if (isOfEarlierChunk(takenBack)) {
            return takenBack.moved() ? posting.entry() : Optional.empty();
        }
        var id = takenBack.remittanceId() == null ? entryIds.get(takenBack.position()) : takenBack.entryId();
        return Optional.ofNullable(id)
                .map(original ->
                        entries.getOrDefault(original, before.originals().get(original)))
                .map(entry -> Reversals.of(
                        entry, JournalEntry.Kind.PAYER_REVERSAL, remitted.paymentDate(), null, remittanceId));
    }

    /** Of the payment itself: what it posted is not known any more. */
    private boolean isOfEarlierChunk(Settled takenBack) {
        return takenBack.remittanceId() == null && !denials.containsKey(takenBack.position());
    }

    /** The decision that counts no more. An estimate concerns nobody: it decides nothing. Of a payer that insures the patient twice each coverage decides for itself. */
    private Optional<PayersDecision> concerned(
            KnownClaims.Placed placed, ClaimContent content, PayerOfClaim payer, @Nullable PartOfClaim part) {
        if (placed.claim().isPredetermination()) {
            return Optional.empty();
        }
        var takenBack = before.takenBack().get(placed.position());
        if (takenBack != null) {
            return Optional.of(takenBack.decision(remittanceId));
        }
        return Optional.of(
                part == null
                        ? new PayersDecision(content.claimId(), payer.payerId(), payer.turn(), null, Set.of())
                        : part.replaces(content, payer, remittanceId));
    }

    UUID remittanceId() {
        return remittanceId;
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
        return Stream.concat(
                        decidedClaims.decisions().stream(),
                        questions.stream()) // which stay, whatever else the payment decides
                .toList();
    }

    /** Who pays the claims. */
    Set<UUID> payers() {
        return decisions().stream()
                .map(Decision::payerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    List<Judged> judged() {
        return judged.all();
    }

    List<RemittancePosted.PaidClaim> paidClaims() {
        return List.copyOf(paidClaims);
    }

    /** Whose balance has moved. */
    Set<UUID> patients() {
        return Set.copyOf(patients);
    }

    /** What was taken back. */
    List<PayersDecision> reversed() {
        return List.copyOf(reversed);
    }

    /** Claims and lines that were paid something, perhaps after they had been refused. */
    List<PaidLater> paid() {
        return List.copyOf(paid);
    }

    /** Refusals of payers before whose amount a later payer has settled, by that payer. */
    Map<UUID, Set<UUID>> settledOfOthers() {
        return Map.copyOf(settledOfOthers);
    }

    /** Claims of which the payer has decided a part, and not the rest. */
    Set<UUID> undecidedInPart() {
        return decidedClaims.undecidedInPart();
    }

    /** Claims of which the last part has come. */
    Set<UUID> decidedInAllParts() {
        return decidedClaims.decidedInAllParts();
    }

    /** Refusals of payers before that a later one settles no longer. */
    Set<UUID> notSettled() {
        return refitting.notSettled();
    }

    /** Whose place the payment's decisions take. */
    List<PayersDecision> decided() {
        return List.copyOf(decidedAnew);
    }
}
