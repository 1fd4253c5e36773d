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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edits.SameDayHistory;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.OtherCoverage;
import org.superbill.billing.reference.Reference;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.NotYet;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** Takes claims over that a former system has sent: they are with their payers under their own control numbers. */
@ApplicationScoped
public class ClaimTakeover {
    private static final Set<String> DIAGNOSIS_IS_CODE = Set.of(
            "diagnosis-unknown",
            "diagnosis-not-valid-on-date",
            "diagnosis-is-header",
            "seventh-character-missing",
            "seventh-character-invalid");

    private final ClaimStore store;
    private final ClaimNumbers numbers;
    private final Reference reference;
    private final SentLines sentLines;
    private final FactsOfToday today;
    private final BusinessTime time;
    private final CurrentOrganization organization;
    private final Event<ClaimsTakenOver> told;

    ClaimTakeover(
            ClaimStore store,
            ClaimNumbers numbers,
            Reference reference,
            SentLines sentLines,
            FactsOfToday today,
            BusinessTime time,
            CurrentOrganization organization,
            Event<ClaimsTakenOver> told) {
        this.store = store;
        this.numbers = numbers;
        this.reference = reference;
        this.sentLines = sentLines;
        this.today = today;
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
     * @param owingTurn of the payer that owes what insurance owes, from 1
     * @param insuranceOpen what that payer owes; below zero its credit
     * @param patientOpen what the patient owes
     */
    public record FormerClaim(
            String pointer,
            String controlNumber,
            @Nullable String payerClaimNumber,
            EncounterCoded coding,
            boolean encounterKnown,
            LocalDate firstBilledOn,
            int owingTurn,
            Cents insuranceOpen,
            Cents patientOpen) {
        private long chargeCents() {
            return coding.lines().stream()
                    .mapToLong(EncounterCoded.Line::chargeCents)
                    .sum();
        }

        /** Payers have decided: what is left is the patient's, or a payer has paid too much. */
        private boolean isSettledByPayers() {
            return insuranceOpen.value() <= 0 && chargeCents() != 0;
        }

        private Adjudication adjudication() {
            if (!isSettledByPayers()) {
                return Adjudication.PENDING;
            }
            return insuranceOpen.value() == 0 && patientOpen.value() == chargeCents()
                    ? Adjudication.PAID_AT_ZERO
                    : Adjudication.PAID;
        }
    }

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
                        .factsOf(organization, claim.coding(), claim.owingTurn())
                        .ifPresentOrElse(
                                facts -> {
                                    check(claim, facts, errors);
                                    checked.add(new Checked(claim, facts));
                                },
                                () -> errors.add(new FieldError(
                                        claim.pointer() + "/encounterId", "voided", "The encounter was voided")));
            } catch (NotYet e) {
                errors.add(new FieldError(claim.pointer(), "unknown", "Billing does not know " + e.getMessage()));
            }
        }
        return checked;
    }

    /** Its coverages are its patient's, and its diagnoses are codes. */
    private void check(FormerClaim claim, ClaimFacts facts, List<FieldError> errors) {
        var coverages = Stream.concat(
                Stream.of(facts.coverage()),
                Stream.ofNullable(facts.otherCoverages()).flatMap(List::stream).map(OtherCoverage::coverage));
        if (coverages.anyMatch(
                coverage -> !coverage.patientId().equals(claim.coding().patientId()))) {
            errors.add(new FieldError(
                    claim.pointer() + "/coverageIds", "of-another-patient", "A coverage is of another patient"));
        }
        today.check(facts, time.now(facts).today(), SameDayHistory.NONE).stream()
                .filter(finding -> DIAGNOSIS_IS_CODE.contains(finding.rule()))
                .forEach(finding -> errors.add(new FieldError(
                        claim.pointer() + finding.pointer().replaceFirst("^/encounter", ""),
                        finding.rule(),
                        finding.message())));
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
        if (former.owingTurn() > 1) { // what the payers before it have decided nobody has told us
            claim.current().coordination(new Coordination(former.owingTurn(), null, List.of()));
            claim.turn().billedInTurn(former.owingTurn());
        }
        claim.turn().knownAs(former.payerClaimNumber());
        claim.turn().adjudicate(former.adjudication(), moment);
        claim.owner(
                former.isSettledByPayers()
                        ? NextOwner.afterDecision(former.adjudication(), money(former, claim), moment.today())
                        : NextOwner.afterAnswer(Transport.ACCEPTED, moment.today()));
        claim.note(moment, "taken-over", "Sent by a former system as claim %s".formatted(former.controlNumber()));
        return claim;
    }

    private static ClaimMoney money(FormerClaim former, Claim claim) {
        return new ClaimMoney(
                Map.of(claim.payerId(), former.insuranceOpen()), former.patientOpen(), Cents.of(former.chargeCents()));
    }
}
