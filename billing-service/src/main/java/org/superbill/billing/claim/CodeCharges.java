package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.feeschedule.ChargeProposal;
import org.superbill.billing.feeschedule.FeeSchedules;
import org.superbill.billing.feeschedule.ServiceToPrice;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/**
 * What lines are charged whose code or units the coder has changed: what the clinic's fee schedule has for them on the day of service, as an audit tells the effect of the right
 * codes. Where it has no price, what the clinic charged stays.
 */
@ApplicationScoped
class CodeCharges {
    private final FeeSchedules feeSchedules;

    CodeCharges(FeeSchedules feeSchedules) {
        this.feeSchedules = feeSchedules;
    }

    /** In a statement for each payer of whom a line was recoded. */
    List<ClaimFacts> of(List<ClaimFacts> told) {
        var services = new HashMap<UUID, List<ServiceToPrice>>();
        for (var facts : told) {
            recoded(facts.encounter())
                    .forEach(service -> services.computeIfAbsent(facts.payer().payerId(), payer -> new ArrayList<>())
                            .add(service));
        }
        var prices = new HashMap<UUID, Map<ServiceToPrice, Long>>();
        services.forEach((payer, ofPayer) -> prices.put(payer, prices(payer, ofPayer)));
        return told.stream()
                .map(facts -> Optional.ofNullable(prices.get(facts.payer().payerId()))
                        .map(known -> facts.with(charged(facts.encounter(), known)))
                        .orElse(facts))
                .toList();
    }

    /** Of one that no payer is billed for. */
    EncounterCoded ofPatient(EncounterCoded coding) {
        return charged(coding, prices(null, recoded(coding)));
    }

    private Map<ServiceToPrice, Long> prices(@Nullable UUID payer, List<ServiceToPrice> services) {
        var prices = new HashMap<ServiceToPrice, Long>();
        for (var proposal : feeSchedules.propose(payer, services)) {
            var charge = proposal.chargeCents();
            if (charge != null) {
                prices.put(service(proposal), charge);
            }
        }
        return prices;
    }

    private static List<ServiceToPrice> recoded(EncounterCoded coding) {
        return coding.lines().stream()
                .filter(EncounterCoded.Line::wasRecoded)
                .map(CodeCharges::service)
                .toList();
    }

    private static EncounterCoded charged(EncounterCoded coding, Map<ServiceToPrice, Long> prices) {
        var lines = coding.lines().stream()
                .map(line ->
                        line.wasRecoded() ? line.charged(prices.getOrDefault(service(line), line.chargeCents())) : line)
                .toList();
        return coding.with(coding.diagnoses(), lines, coding.presentOnAdmission());
    }

    private static ServiceToPrice service(EncounterCoded.Line line) {
        return new ServiceToPrice(line.procedureCode(), line.modifiers(), line.units(), line.serviceDate());
    }

    private static ServiceToPrice service(ChargeProposal proposal) {
        return new ServiceToPrice(
                proposal.procedureCode(), proposal.modifiers(), proposal.units(), proposal.serviceDate());
    }
}
