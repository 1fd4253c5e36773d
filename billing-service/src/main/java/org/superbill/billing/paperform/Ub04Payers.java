package org.superbill.billing.paperform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.PriorPayer;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.OtherCoverage;
import org.superbill.events.CoverageChanged;
import org.superbill.events.Relationship;

/**
 * Items 50 to 64: the payers in their turn on lines A to C, with what those before have paid. Source: CMS Claims Processing Manual,
 * chapter 25, section 75.4.
 */
record Ub04Payers(ClaimContent claim) {
    private static final int LINES = 3;

    void put(FormPage page) {
        var payer = facts().payer();
        var turn = Math.min(turn(), LINES);
        payer(
                page,
                turn,
                payer.name(),
                Objects.requireNonNullElse(
                        payer.profile().agreed().institutionalPayerIdentifier(), payer.payerIdentifier()));
        insured(page, turn, facts().coverage());
        page.put(49 + turn, 1, 30, facts().authorizationNumber()); // 63
        if (!claim.frequency().equals("1")) {
            page.put(49 + turn, 32, 26, claim.replacesPayerClaimNumber()); // 64
        }
        others().stream()
                .filter(other -> other.turn() != turn && other.turn() <= LINES)
                .forEach(other -> {
                    payer(page, other.turn(), other.payerName(), other.payerIdentifier());
                    insured(page, other.turn(), other.coverage());
                });
        for (var prior : priors()) {
            if (prior.sequence() < turn) {
                page.money(41 + prior.sequence(), 54, cents(prior.paid())); // 54
            }
        }
    }

    private static long cents(BigDecimal paid) {
        return Cents.ofDollars(paid.max(BigDecimal.ZERO)).value();
    }

    private static void payer(FormPage page, int turn, String name, String identifier) {
        page.put(41 + turn, 1, 23, name) // 50
                .put(41 + turn, 25, 14, identifier) // 51
                .put(41 + turn, 40, 1, "Y") // 52
                .put(41 + turn, 43, 1, "Y"); // 53
    }

    private void insured(FormPage page, int turn, CoverageChanged coverage) {
        page.put(45 + turn, 1, 25, nameOf(coverage)) // 58
                .put(45 + turn, 27, 2, relationship(coverage.relationshipToSubscriber())) // 59
                .put(45 + turn, 30, 20, coverage.memberId()) // 60
                .put(45 + turn, 51, 14, coverage.groupName()) // 61
                .put(45 + turn, 66, 17, coverage.groupNumber()); // 62
    }

    private String nameOf(CoverageChanged coverage) {
        var subscriber = coverage.subscriber();
        var patient = facts().patient();
        return coverage.relationshipToSubscriber() == Relationship.self || subscriber == null
                ? Ub04.name(patient.lastName(), patient.firstName(), patient.middleName())
                : Ub04.name(subscriber.lastName(), subscriber.firstName(), subscriber.middleName());
    }

    private ClaimFacts facts() {
        return claim.facts();
    }

    private List<PriorPayer> priors() {
        var coordination = claim.coordination();
        return coordination == null ? List.of() : coordination.priorPayers();
    }

    private int turn() {
        var coordination = claim.coordination();
        return coordination == null ? 1 : coordination.sequence();
    }

    private List<OtherCoverage> others() {
        var others = facts().otherCoverages();
        return others == null ? List.of() : others;
    }

    /** As the 837I says it: 18 self, 01 spouse, 19 child, G8 other. */
    private static String relationship(Relationship relationship) {
        return switch (relationship) {
            case self -> "18";
            case spouse -> "01";
            case child -> "19";
            case other -> "G8";
        };
    }
}
