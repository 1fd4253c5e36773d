package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownProcedure;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * A delivery without its outcome, an outcome that a normal delivery cannot have, or an outcome without a code of chapter 15. Source: guidelines I.C.15.b.5,
 * I.C.15.n.3, I.C.15.q.1 and I.C.21.c.11.
 */
final class DeliveryOutcome implements CodeRule {
    private static final Rule RULE = new Rule(
            "delivery-outcome",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.C.15.b.5, I.C.15.n.3, I.C.15.q.1 and I.C.21.c.11 (outcome of delivery)",
            "Every maternal record with a delivery has its outcome, Z37, and only such a record has one",
            "Add the code of category Z37 that the record supports, after the code of chapter 15; beside O80 only Z37.0 is right.");

    private static final Rule DOUBTFUL = RULE.asWarning();
    private static final String OUTCOME = "Z37";
    private static final String NORMAL = "O80";
    private static final String SINGLE_LIVE_BIRTH = "Z370";
    /** Deliveries by themselves: a normal one, and a cesarean without indication. */
    private static final List<String> DELIVERIES = List.of(NORMAL, "O82");
    /** A termination: where the infant was born alive all the same it has an outcome (I.C.15.q.1), else none. */
    private static final String TERMINATION = "Z332";
    /** Chapter 15, and a termination. */
    private static final List<String> WITH_OUTCOME = List.of("O", TERMINATION);
    /** Pregnancy that ends in an abortion: what is extracted or delivered then is no birth as a rule, and has no outcome of delivery (I.C.15.b.5). */
    private static final List<String> ABORTIVE =
            List.of("O00", "O01", "O02", "O03", "O04", "O05", "O06", "O07", "O08", TERMINATION);
    /** ICD-10-PCS: extraction (10D0) and delivery (10E0) of products of conception; abortion is 10A, what is retained 10D1. */
    private static final List<String> DELIVERING = List.of("10D0", "10E0");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var outcome = Codes.firstUnder(set, List.of(OUTCOME));
        if (outcome == null) {
            checkDelivery(set, found);
        } else if (Codes.firstUnder(set, WITH_OUTCOME) == null) {
            found.accept(DOUBTFUL.finding(
                    outcome.pointer(),
                    "%s is the outcome of a delivery, and no code of chapter 15 is there".formatted(outcome.written()),
                    outcome.written()));
        } else {
            checkNormal(Codes.firstUnder(set, List.of(NORMAL)), outcome, found);
        }
    }

    private static void checkDelivery(KnownSet set, Consumer<Finding> found) {
        var delivery = Codes.firstUnder(set, DELIVERIES);
        if (delivery != null) {
            found.accept(missing(delivery.pointer(), delivery.written()));
            return;
        }
        set.procedures().stream()
                .filter(procedure -> Codes.isUnder(procedure.code(), DELIVERING))
                .findFirst()
                .ifPresent(procedure -> found.accept(missing(set, procedure)));
    }

    private static Finding missing(String pointer, String code) {
        return RULE.finding(pointer, "%s is a delivery, and its outcome is not coded".formatted(code), code);
    }

    private static Finding missing(KnownSet set, KnownProcedure procedure) {
        var abortion = Codes.firstUnder(set, ABORTIVE);
        if (abortion == null) {
            return missing(procedure.pointer(), procedure.code());
        }
        return DOUBTFUL.finding(
                List.of(procedure.pointer(), abortion.pointer()),
                "%s is a delivery, and %s a pregnancy that ended in an abortion"
                        .formatted(procedure.code(), abortion.written()),
                "Add a code of category Z37 only where a delivery has occurred, as after a termination that was attempted and whose infant was born alive; else see whether the procedure is an abortion (10A) or an extraction of what is retained (10D1).",
                procedure.code(),
                abortion.written());
    }

    private static void checkNormal(@Nullable KnownDiagnosis normal, KnownDiagnosis outcome, Consumer<Finding> found) {
        if (normal != null && !outcome.code().equals(SINGLE_LIVE_BIRTH)) {
            found.accept(RULE.finding(
                    List.of(outcome.pointer(), normal.pointer()),
                    "O80 is the delivery of a single, healthy infant, and %s is another outcome"
                            .formatted(outcome.written()),
                    "Where Z37.0 is not right, leave O80 out and code what complicated the delivery.",
                    outcome.written(),
                    normal.written()));
        }
    }
}
