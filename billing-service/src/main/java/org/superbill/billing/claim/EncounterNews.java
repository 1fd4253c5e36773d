package org.superbill.billing.claim;

import java.util.List;
import java.util.UUID;
import org.superbill.billing.edits.Edits;

/** What is told of the encounters that a claim bills, as far as it does not just make the claim say something else. */
final class EncounterNews {
    /** Why a claim is taken back. */
    static final String NOTHING_TOOK_PLACE = "The encounter was voided, or its coding leaves nothing for the claim";

    private final Claim claim;
    private final Moment moment;

    EncounterNews(Claim claim, Moment moment) {
        this.claim = claim;
        this.moment = moment;
    }

    /** The coding was amended after this version had left: a biller decides whether to correct the claim. */
    void codingAmended(int version) {
        codingAmended(
                version,
                claim.turn().isOfLaterPayer()
                        ? "Version %d of the coding differs from what the payers before have decided about: the biller has them correct that first, for what the next payer is told follows from it"
                        : "Version %d of the coding differs from that of the claim");
    }

    /** The same, and no payer can be told it. */
    void uncovered(int version) {
        codingAmended(
                version,
                "Version %d of the coding names no coverage any more: what the payer has is the biller's to take back");
    }

    private void codingAmended(int version, String why) {
        var said = claim.current().facts().encounter().version();
        claim.codedAs(
                claim.isGathering()
                        ? Math.max(version, said + 1)
                        : version); // which is less when an encounter has left
        claim.owner(NextOwner.toCorrect(moment.today()));
        claim.note(moment, "coding-amended", why.formatted(version));
    }

    /** Another encounter joins it; when a coding before left it empty, only so that the coding after may fill it. */
    void joined(UUID encounter) {
        claim.encounters().add(encounter);
        if (!claim.isVoided()) {
            claim.note(moment, "gathered", "Encounter %s is billed with it".formatted(encounter));
        }
    }

    /** One of several encounters was voided; it is billed without that. */
    void left(UUID encounter) {
        claim.encounters().remove(encounter);
        claim.note(moment, "encounter-voided", "Encounter %s must not be billed".formatted(encounter));
    }

    /** A person bills one of several encounters by itself. */
    void apart(UUID encounter, String reason) {
        claim.encounters().remove(encounter);
        claim.note(moment, "encounter-apart", "Encounter %s is billed by itself: %s".formatted(encounter, reason));
    }

    /** A coding before left it empty, and what never left may do so now. */
    void hasLines() {
        if (claim.isVoided()) {
            claim.markVoided(false);
            claim.owner(NextOwner.toSubmit(moment.today()));
            claim.note(moment, "coded-again", "The coding has lines for this claim again");
        }
    }

    /** The coding leaves nothing for this claim any more. */
    void leftEmpty(int version) {
        if (claim.sent().mayBeWithPayer()) {
            codingAmended(version);
        }
        voided("left-empty", "The coding leaves nothing for this claim");
    }

    /** What no file carries yet never leaves; what a payer may have is a biller's to take back. */
    void voided() {
        voided("encounter-voided", "The encounter must not be billed");
    }

    private void voided(String step, String why) {
        claim.markVoided(true);
        keepBack();
        claim.owner(claim.sent().mayBeWithPayer() ? NextOwner.toCorrect(moment.today()) : NextOwner.NOBODY);
        claim.note(moment, step, why);
    }

    private void keepBack() {
        if (claim.current().waitsForFile() && !claim.current().isVoid()) {
            claim.current().findings(List.of(Edits.voided()));
            claim.current().moveTo(Transport.EDITS_FAILED, moment.at());
        }
    }
}
