package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.MatchedClaims;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.remittance.KnownClaims.MatchedBy;
import org.superbill.billing.remittance.KnownClaims.Placed;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** Payments for claims that were not ours when they came: they wait with their money until a person or the rule finds the claim. */
@ApplicationScoped
public class UnappliedClaims {
    private static final int AT_A_TIME = 500;

    private final RemittanceStore store;
    private final Remittances remittances;
    private final KeptRemittances kept;
    private final ClaimFinder finder;
    private final MatchedClaims claims;
    private final PaymentWalk walk;
    private final RemittingPayers payers;
    private final Booking booking;
    private final RemittanceDeadlines deadlines;
    private final Ledger ledger;
    private final Caller caller;
    private final Clock clock;

    UnappliedClaims(
            RemittanceStore store,
            Remittances remittances,
            KeptRemittances kept,
            ClaimFinder finder,
            MatchedClaims claims,
            PaymentWalk walk,
            RemittingPayers payers,
            Booking booking,
            RemittanceDeadlines deadlines,
            Ledger ledger,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.remittances = remittances;
        this.kept = kept;
        this.finder = finder;
        this.claims = claims;
        this.walk = walk;
        this.payers = payers;
        this.booking = booking;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A person knows the claim.
     *
     * @param position of the claim in its payment, from 1
     * @throws Problem {@code REMITTANCE_NOT_FOUND}, {@code STALE}, {@code REMITTANCE_STEP_NOT_ALLOWED} when the money does not wait or
     *     the claim was never sent, {@code REMITTANCE_MATCH_DOUBTFUL} when the payer has decided it before, the payment differs from it or sums of the CLP disagree, {@code VALIDATION_FAILED}
     */
    @Transactional
    RemittanceView match(UUID id, int position, @Nullable Revision expected, RemittanceClaimResource.Match match) {
        var claimId = match.claimId();
        var remittance = store.getLocked(id, expected);
        var row = store.unappliedAtLocked(id, position) // which the rule may be matching at this moment
                .orElseThrow(() ->
                        new Problem(RemittanceProblem.REMITTANCE_STEP_NOT_ALLOWED, "No money waits at this position"));
        var content = claims.sent(List.of(claimId)).get(claimId);
        if (content == null) {
            throw new Problem(
                    RemittanceProblem.REMITTANCE_STEP_NOT_ALLOWED, "There is no such claim, or it was never sent");
        }
        var remitted = kept.read(remittance, match.payerId());
        requireSound(remitted, position);
        var placed = KeptRemittances.claims(remitted, Set.of(position)).stream()
                .map(found -> new Placed(found.position(), found.claim(), content, MatchedBy.PERSON))
                .toList();
        if (!match.isDespiteDifferences()) {
            placed.forEach(one -> requireSame(one.claim(), content));
        }
        var left = remittance.state() == Remittance.State.UNAPPLIED ? requireLeft(remittance, row) : null;
        var refused = apply(remittance, remitted, new KnownClaims(placed), Map.of(position, row));
        refused.values().stream().findFirst().ifPresent(why -> {
            throw new Problem(RemittanceProblem.REMITTANCE_MATCH_DOUBTFUL, why);
        });
        if (left != null) {
            deadlines.applied(id, left);
        }
        remittance.decided(
                remittance.state(),
                remittance.explanation(),
                new Remittance.Decision(caller.subject(), clock.instant(), match.reason()));
        store.flush();
        return remittances.get(id);
    }

    private static void requireSame(Remitted.Claim claim, ClaimContent content) {
        var differences = MatchDifferences.of(claim, content);
        if (!differences.isEmpty()) {
            throw new Problem(
                    RemittanceProblem.REMITTANCE_MATCH_DOUBTFUL,
                    "%s: match it with despiteDifferences where it is meant all the same"
                            .formatted(String.join("; ", differences)));
        }
    }

    /**
     * The claims of a payment that did not balance may come to more than its money: no claim is given what another one has used up. What its reversals take back is its money, too, whichever is matched first.
     *
     * @return what is left in unapplied then
     */
    private Cents requireLeft(Remittance remittance, RemittanceClaim row) {
        var of = store.ofUnapplied(remittance.id(), row.position());
        var before = remittance.inUnapplied().minus(of.matched());
        var left = before.minus(row.paid());
        var isTooMuch = row.paid().value() > 0 ? left.compareTo(of.toTakeBack()) < 0 : left.compareTo(of.toPay()) > 0;
        if (isTooMuch) {
            throw new Problem(
                    RemittanceProblem.REMITTANCE_MATCH_DOUBTFUL,
                    "The claim is paid %s: of %s that the payment has for claims (BPR02 %s and what PLB takes away) %s is matched, and %s is left%s"
                            .formatted(
                                    row.paid().dollars(),
                                    remittance.inUnapplied().dollars(),
                                    remittance.payment().dollars(),
                                    of.matched().dollars(),
                                    before.dollars(),
                                    remittance.isUnappliedWhole()
                                            ? "; post-unapplied takes what PLB says apart from it first"
                                            : ""));
        }
        return left;
    }

    /** Of a payment that did not balance a claim that does may be posted; nothing is invented for another. */
    private static void requireSound(Remitted remitted, int position) {
        remitted.disagreements().stream()
                .filter(disagreement -> disagreement.claim() == position)
                .findFirst()
                .ifPresent(disagreement -> {
                    throw new Problem(RemittanceProblem.REMITTANCE_MATCH_DOUBTFUL, disagreement.message());
                });
    }

    /** What came of a search. @param more whether some that wait were not looked at */
    public record Found(int lookedAt, int matched, boolean more) {}

    /** Looks for the claims of what waits as it is done when a payment comes: claims may have been sent or taken over since. */
    @Transactional
    public Found matchByRule(@Nullable UUID after) {
        var waiting = store.unappliedLocked(after == null ? new UUID(0, 0) : after, AT_A_TIME + 1);
        var rows = waiting.subList(0, Math.min(AT_A_TIME, waiting.size()));
        return new Found(rows.size(), matchByRule(rows, false), waiting.size() > rows.size());
    }

    /** What one look through what waits has done. @param last the last that was looked at; absent when none is left */
    record Looked(int matched, @Nullable UUID last) {}

    /**
     * Claims have arrived: what waits for one of them finds it by the same rule. What the payer had told before the claim left is not
     * about it.
     */
    @Transactional(TxType.MANDATORY)
    Looked matchArrived(UUID after) {
        var rows = store.unappliedOfSentLocked(after, AT_A_TIME);
        return new Looked(
                matchByRule(rows, true),
                rows.size() < AT_A_TIME ? null : rows.get(rows.size() - 1).id());
    }

    private int matchByRule(List<RemittanceClaim> rows, boolean leftBefore) {
        var byRemittance = new LinkedHashMap<UUID, List<RemittanceClaim>>();
        rows.forEach(row -> byRemittance
                .computeIfAbsent(row.remittanceId(), key -> new ArrayList<>())
                .add(row));
        var matched = 0;
        for (var rowsOfOne : byRemittance.entrySet()) {
            matched += matchByRule(store.findById(rowsOfOne.getKey()), rowsOfOne.getValue(), leftBefore);
        }
        return matched;
    }

    private int matchByRule(Remittance remittance, List<RemittanceClaim> rows, boolean leftBefore) {
        var byPosition = rows.stream().collect(Collectors.toMap(RemittanceClaim::position, row -> row));
        var remitted = kept.read(remittance);
        var wanted = KeptRemittances.claims(remitted, byPosition.keySet());
        var known = new ArrayList<Placed>();
        for (var claim : wanted) {
            finder
                    .find(claim.position(), List.of(claim.claim()), leftBefore ? remittance.receivedAt() : null)
                    .claims()
                    .stream()
                    .filter(found -> found.isOurs() && !found.isPaidEstimate())
                    .forEach(known::add);
        }
        var refused = apply(remittance, remitted, new KnownClaims(known), byPosition);
        return known.size() - refused.size();
    }

    /** @return by position what is not applied, and why */
    private Map<Integer, String> apply(
            Remittance remittance, Remitted payment, KnownClaims known, Map<Integer, RemittanceClaim> rows) {
        var remitted = payers.known(payment);
        var doubts = new Doubts(remitted);
        var before = store.settled(doubts.unseen(known));
        doubts.first(known, before);
        var refused = doubts.all();
        var sound = known.claims().stream()
                .filter(placed -> !isRefused(placed, refused, doubts.unfit()))
                .toList();
        refused.keySet().removeIf(position -> sound.stream().anyMatch(placed -> placed.position() == position));
        var ofSound = new Doubts(remitted); // what is refused decides nothing
        ofSound.first(new KnownClaims(sound), before);
        var postings = walk.postings(remittance.id(), remitted, new KnownClaims(sound), ofSound);
        ledger.post(sound.stream()
                .flatMap(placed -> Unapplied.takenBack(
                        remittance.id(),
                        Objects.requireNonNull(rows.get(placed.position())).payerId(),
                        placed.claim().paid(),
                        remittance.paymentDate(),
                        "Its claim was found")
                        .stream())
                .toList());
        booking.write(
                postings,
                () -> postings.rows()
                        .forEach(row -> store.replace(Objects.requireNonNull(rows.get(row.position())), row)));
        return refused;
    }

    /** A person may know better who the payer and the payee are, and not what was paid before. */
    private static boolean isRefused(Placed placed, Map<Integer, String> doubts, Map<Integer, Doubts.Unfit> unfit) {
        return doubts.containsKey(placed.position())
                && (placed.matchedBy() != MatchedBy.PERSON || unfit.containsKey(placed.position()));
    }

    /** Money that waits for its claim. */
    @Transactional
    Page<UnappliedClaimView> list(PageRequest page) {
        var found = store.unapplied(page.after(), page.fetch()).stream()
                .map(RemittanceClaim::unappliedView)
                .toList();
        return Page.of(found, page, UnappliedClaimView::id);
    }
}
