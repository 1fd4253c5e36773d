package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Reference;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.NotYet;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** Takes claims over that a former system has sent: they are with their payers under their own control numbers. */
@ApplicationScoped
public class ClaimTakeover {
    private final ClaimStore store;
    private final ClaimNumbers numbers;
    private final Reference reference;
    private final SentLines sentLines;
    private final BusinessTime time;
    private final CurrentOrganization organization;
    private final Event<ClaimsTakenOver> told;

    ClaimTakeover(
            ClaimStore store,
            ClaimNumbers numbers,
            Reference reference,
            SentLines sentLines,
            BusinessTime time,
            CurrentOrganization organization,
            Event<ClaimsTakenOver> told) {
        this.store = store;
        this.numbers = numbers;
        this.reference = reference;
        this.sentLines = sentLines;
        this.time = time;
        this.organization = organization;
        this.told = told;
    }

    /**
     * A claim that was sent.
     *
     * @param pointer where it stands in the request
     * @param controlNumber CLM01
     * @param encounterKnown whether other services know the encounter
     */
    public record FormerClaim(
            String pointer,
            String controlNumber,
            @Nullable String payerClaimNumber,
            EncounterCoded coding,
            boolean encounterKnown,
            LocalDate firstBilledOn) {}

    /** A claim with the facts that it would be made of today. */
    public record Checked(FormerClaim former, ClaimFacts facts) {}

    /** A claim that is here now. */
    public record Taken(UUID claimId, UUID payerId) {}

    /** @param errors grows by all that is in the way */
    @Transactional(TxType.MANDATORY)
    public List<Checked> check(UUID organization, List<FormerClaim> claims, List<FieldError> errors) {
        var taken = store.idsOfNumbers(
                claims.stream().map(FormerClaim::controlNumber).toList());
        var checked = new ArrayList<Checked>();
        for (var claim : claims) {
            if (taken.containsKey(claim.controlNumber())) {
                errors.add(new FieldError(
                        claim.pointer() + "/controlNumber", "taken", "A claim here has this control number"));
            }
            if (claim.coding().lines().stream()
                    .flatMap(line -> line.diagnosisPointers().stream())
                    .anyMatch(place -> place > claim.coding().diagnoses().size())) {
                errors.add(new FieldError(
                        claim.pointer() + "/lines", "out-of-range", "A line points to a diagnosis that is not there"));
            }
            try {
                reference
                        .factsOf(organization, claim.coding())
                        .ifPresentOrElse(
                                facts -> checked.add(new Checked(claim, facts)),
                                () -> errors.add(new FieldError(
                                        claim.pointer() + "/encounterId", "voided", "The encounter was voided")));
            } catch (NotYet e) {
                errors.add(new FieldError(claim.pointer(), "unknown", "Billing does not know " + e.getMessage()));
            }
        }
        return checked;
    }

    /** @return by control number */
    @Transactional(TxType.MANDATORY)
    public Map<String, Taken> take(List<Checked> checked) {
        var taken = new LinkedHashMap<String, Taken>();
        var claims = new ArrayList<Claim>();
        for (var one : checked) {
            var claim = taken(one.former(), one.facts());
            claims.add(claim);
            taken.put(one.former().controlNumber(), new Taken(claim.id(), claim.payerId()));
        }
        store.saveAll(claims);
        sentLines.takenOver(claims.stream().map(Claim::id).toList());
        organization.get().map(ClaimsTakenOver::new).ifPresent(told::fire);
        return taken;
    }

    /** It is with its payer. */
    private Claim taken(FormerClaim former, ClaimFacts facts) {
        var moment = time.now(facts);
        var claim = new Claim(Ids.next(), numbers.next(), facts, moment);
        if (!former.encounterKnown()) {
            claim.ofUnknownEncounter();
        }
        claim.current().takenOver(former.controlNumber(), time.startOf(former.firstBilledOn(), facts));
        claim.turn().knownAs(former.payerClaimNumber());
        claim.turn().adjudicate(Adjudication.PENDING, moment);
        claim.owner(NextOwner.afterAnswer(Transport.ACCEPTED, moment.today()));
        claim.note(moment, "taken-over", "Sent by a former system as claim %s".formatted(former.controlNumber()));
        return claim;
    }
}
