package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.superbill.billing.authorization.Authorizations;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.reference.ClaimFacts;

/**
 * A coding that was amended, or an encounter that was voided, after its claim had left leads to what the payer can take: the
 * amended claim in the file that is not written yet, a new claim, a replacement or a void, prepared for the biller; where none is
 * possible yet, it is prepared when the payer has answered.
 */
@ApplicationScoped
class Amendments {
    private final FactsOfToday today;
    private final Ledger ledger;
    private final Authorizations authorizations;
    private final VoidedCharges charges;
    private final BusinessTime time;

    Amendments(
            FactsOfToday today,
            Ledger ledger,
            Authorizations authorizations,
            VoidedCharges charges,
            BusinessTime time) {
        this.today = today;
        this.ledger = ledger;
        this.authorizations = authorizations;
        this.charges = charges;
        this.time = time;
    }

    /** After something came back: of the claims only those whose amendment waited for it are looked at. */
    void afterAnswer(Collection<Claim> claims) {
        claims.stream()
                .filter(claim -> claim.isVoided() || claim.isAmendmentOpen())
                .forEach(claim -> apply(claim, time.now(claim.current().facts())));
    }

    void apply(Claim claim, Moment moment) {
        if (claim.isVoided()) {
            takeBack(claim, moment);
            return;
        }
        if (!claim.isAmendmentOpen() || claim.turn().isOfLaterPayer()) {
            return; // the payer before it has decided about what was coded then: a person has to look
        }
        today.of(claim)
                .filter(facts ->
                        facts.payer().payerId().equals(claim.payerId())) // another payer is a person's decision
                .ifPresent(facts -> amend(claim, authorizations.matchedToDraw(facts, claim.id()), moment));
    }

    /**
     * Where no void can take the charges out of the books, for a payer takes none, has refused all, or could process none of it, they leave them all the
     * same; also what is decided, or undone, after that.
     */
    private void takeBack(Claim claim, Moment moment) {
        var voidLeavesCharges = claim.sent().wereAllRejected()
                || couldNotBeProcessed(claim)
                || !VoluntaryReturn.payers(claim).isEmpty();
        if (claim.turn().billedTo() == BilledTo.PAYER
                && (voidLeavesCharges || claim.turn().areChargesTakenOut())) {
            charges.takeOut(claim, moment);
        }
        if (claim.isAmendmentOpen()) {
            NextAllowed.of(claim).options().stream() // one payer after the other, that which is billed first
                    .filter(option -> option.action().equals(NextAllowed.VOID) && !option.isAmbiguous())
                    .findFirst()
                    .ifPresent(option ->
                            claim.next(moment).takeBack(EncounterNews.NOTHING_TOOK_PLACE, option.payerInTurn()));
        }
    }

    /** MA130: there is no decision that a void could take back, where no other payer has decided and none has it again. */
    private static boolean couldNotBeProcessed(Claim claim) {
        return claim.turn().adjudication() == Adjudication.UNPROCESSABLE
                && claim.turn().otherPayers().isEmpty()
                && !claim.current().transport().isAwaited();
    }

    /** The coding has lines for it again. */
    void hasLinesAgain(Claim claim, Moment moment) {
        if (claim.turn().areChargesTakenOut()) {
            charges.putBack(claim, moment);
            claim.sent() // whose units were there for others
                    .chargedFacts()
                    .ifPresent(facts -> authorizations.draw(claim.id(), facts, claim.payersBefore()));
        }
    }

    private void amend(Claim claim, ClaimFacts facts, Moment moment) {
        if (claim.current().isVoid() && !claim.current().transport().isAnswered()) {
            return; // it says what was sent; what is coded since is billed when the payer has answered it
        }
        if (claim.current().waitsForFile()) {
            claim.unsent(moment).takeIntoQueue(facts, today.check(claim, facts, moment.today()));
            authorizations.draw(claim.id(), facts, claim.payersBefore());
        } else if (NextAllowed.of(claim)
                .option(NextAllowed.CORRECT)
                .filter(option -> !option.isAmbiguous()) // which of the payer's numbers is meant is a person's to say
                .isPresent()) {
            var owesAll = claim.sent().any() && ledger.owesAll(claim.payerId(), claim.id());
            claim.next(moment)
                    .correct(
                            facts,
                            "Version %d of the coding"
                                    .formatted(facts.encounter().version()),
                            owesAll);
            claim.unsent(moment)
                    .scrubbed(today.check(claim, facts, moment.today())); // as the replacement that it is now
        }
    }
}
