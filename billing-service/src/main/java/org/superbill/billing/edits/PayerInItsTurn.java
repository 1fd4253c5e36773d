package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.reference.Benefit;

/** Who pays first by the usual rules is billed first. Source: {@link Benefit}. */
final class PayerInItsTurn implements Edit {
    private static final EditRule RULE = new EditRule(
            "payer-in-its-turn",
            1,
            Severity.WARNING,
            "NAIC Coordination of Benefits Model Regulation (MDL-120), section 6; 42 CFR 433.139; Medicare Secondary Payer Manual (CMS 100-05), chapter 1",
            "No payer is billed before one that pays before it",
            "Correct the order of the patient's coverages; GET /claims/{claimId}/order-of-benefits proposes one");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var facts = claim.facts();
        var others = facts.otherCoverages();
        if (others == null) {
            return;
        }
        var turn = 1;
        for (var other : others) { // which are in their turn: the billed one's is the one that is missing
            turn = other.turn() == turn ? turn + 1 : turn;
        }
        var billed = new Benefit(facts.coverage(), facts.payer().claimFilingIndicator());
        for (var later : facts.laterCoverages(turn)) {
            var benefit = new Benefit(later.coverage(), later.claimFilingIndicator());
            if (benefit.surelyPaysBefore(billed)) {
                found.accept(RULE.finding(
                        "/coverage/sequence",
                        "%s pays before %s, which is billed first. %s"
                                .formatted(later.payerName(), facts.payer().name(), benefit.why())));
                return;
            }
        }
    }
}
