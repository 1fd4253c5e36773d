package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.superbill.events.PayerChanged;

/** Where a payer asks for enrolment, the billing provider is enrolled for claims before one is sent. Source: the payer's profile. */
final class PayerEnrolment implements Edit {
    private static final EditRule RULE = new EditRule(
            "payer-enrolment",
            1,
            Severity.ERROR,
            "The payer's profile, enrolments (EDI enrolment of the billing NPI)",
            "The billing provider is enrolled with the payer for claims",
            "Enrol the billing NPI with the payer, and enter the enrolment with its first day once it is active");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var terms = claim.facts().payer().profile().agreed();
        var asked = terms.enrolmentRequired();
        if (asked == null || !asked.contains("claims")) {
            return;
        }
        var npi = claim.facts().organization().npi();
        var enrolments = terms.enrolments();
        var enrolled = enrolments != null
                && enrolments.stream()
                        .anyMatch(enrolment -> enrolment.transaction().equals("claims")
                                && enrolment.npi().equals(npi)
                                && holds(enrolment, claim.context().today()));
        if (!enrolled) {
            found.accept(RULE.finding(
                    "/payer/profile/terms/enrolments", "The billing NPI has no active enrolment for claims"));
        }
    }

    private static boolean holds(PayerChanged.Enrolment enrolment, LocalDate day) {
        var from = enrolment.from();
        var to = enrolment.to();
        return enrolment.state().equals("active")
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to));
    }
}
