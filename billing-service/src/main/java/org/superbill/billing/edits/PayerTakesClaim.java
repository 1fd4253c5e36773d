package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.events.PayerChanged;

/** A payer that takes no claims of a form gets none, and no document in a way that it does not take. Source: the payer's profile. */
final class PayerTakesClaim implements Edit {
    private static final EditRule RULE = new EditRule(
            "payer-takes-claim",
            2,
            Severity.ERROR,
            "The payer's profile, professionalForm, institutionalForm and attachments",
            "The payer takes claims of this form, and documents in this way",
            "Bill another coverage or the patient, send the document in another way, or correct the payer's profile");
    private static final String ON_REQUEST = "AA";

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var institutional = claim.isInstitutional();
        var terms = claim.facts().payer().profile().agreed();
        if ("none".equals(institutional ? terms.institutionalForm() : terms.professionalForm())) {
            found.accept(RULE.finding(
                    "/payer/profile/terms/" + (institutional ? "institutionalForm" : "professionalForm"),
                    "The payer takes no %s claims".formatted(institutional ? "institutional" : "professional")));
        }
        attachments(claim, terms, found);
    }

    /** A profile that says nothing of attachments forbids none. */
    private static void attachments(KnownClaim claim, PayerChanged.Terms terms, Consumer<Finding> found) {
        var attachments = claim.facts().encounter().details().attachments();
        var taken = terms.attachments();
        if (attachments == null || taken == null) {
            return;
        }
        for (int at = 0; at < attachments.size(); at++) {
            var way = attachments.get(at).transmission();
            if (!way.equals(ON_REQUEST) && !taken.contains(way)) {
                found.accept(RULE.finding(
                        "/encounter/claimDetails/attachments/%d/transmission".formatted(at),
                        "The payer takes no documents by " + way));
            }
        }
    }
}
