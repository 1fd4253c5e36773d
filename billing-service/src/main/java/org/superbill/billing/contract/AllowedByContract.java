package org.superbill.billing.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.feeschedule.DatedPrices;
import org.superbill.billing.feeschedule.PricedCode;
import org.superbill.billing.ledger.Cents;

/**
 * A contract with the rates of the procedures that were asked for.
 *
 * @param rates of those procedures only
 */
record AllowedByContract(
        UUID contractId,
        UUID payerId,
        LocalDate from,
        @Nullable LocalDate to,
        ContractTerms terms,
        List<PricedCode> rates) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> COMPONENTS = Set.of("26", "TC", "53");

    boolean covers(ContractedService service) {
        return payerId.equals(service.payerId()) && DatedPrices.inForce(service.on(), from, to);
    }

    /** Its rate, else the part of what Medicare pays, else the part of the charge; empty when the contract says nothing of it. */
    Optional<AllowedAmount> of(ContractedService service, MedicareRates medicare) {
        return byRate(service)
                .or(() -> byMedicare(service, medicare))
                .or(() -> byCharge(service))
                .map(allowed ->
                        new AllowedAmount(noMoreThanCharged(allowed.amount(), service), contractId, allowed.basis()));
    }

    private Optional<AllowedAmount> byRate(ContractedService service) {
        var ofProcedure = rates.stream()
                .filter(rate -> rate.procedureCode().equals(service.procedureCode()))
                .toList();
        return PricedCode.best(ofProcedure, service.modifiers()).map(rate -> {
            var priced = rate.modifiers() == null ? List.<String>of() : rate.modifiers();
            return amount(modified(rate.total(service.units()), service, priced), "rate");
        });
    }

    private Optional<AllowedAmount> byMedicare(ContractedService service, MedicareRates medicare) {
        var part = terms.percentOfMedicare();
        if (part == null) {
            return Optional.empty();
        }
        var component = service.modifiers().stream()
                .filter(COMPONENTS::contains)
                .findFirst()
                .orElse("");
        return medicare.of(
                        service.procedureCode(),
                        component,
                        part.contractor(),
                        part.locality(),
                        service.inFacility(),
                        service.on())
                .map(paid -> percent(times(paid.cents(), service.units()), part.percent()))
                .map(allowed -> amount(modified(allowed, service, List.of(component)), "percent-of-medicare"));
    }

    private Optional<AllowedAmount> byCharge(ContractedService service) {
        var part = terms.percentOfCharge();
        return part == null || !service.isCharged()
                ? Optional.empty()
                : Optional.of(amount(percent(Cents.of(service.chargeCents()), part), "percent-of-charge"));
    }

    /** @param priced the modifiers that the amount is already for */
    private Cents modified(Cents amount, ContractedService service, List<String> priced) {
        var modified = amount;
        for (var rule : terms.modifiers() == null ? List.<ContractTerms.ModifierPercent>of() : terms.modifiers()) {
            if (service.modifiers().contains(rule.modifier()) && !priced.contains(rule.modifier())) {
                modified = percent(modified, rule.percent());
            }
        }
        return modified;
    }

    private Cents noMoreThanCharged(Cents amount, ContractedService service) {
        return service.isCharged()
                        && !Boolean.FALSE.equals(terms.lesserOfCharge())
                        && amount.value() > service.chargeCents()
                ? Cents.of(service.chargeCents())
                : amount;
    }

    private AllowedAmount amount(Cents amount, String basis) {
        return new AllowedAmount(amount, contractId, basis);
    }

    private static Cents times(Cents amount, BigDecimal units) {
        return rounded(BigDecimal.valueOf(amount.value()).multiply(units));
    }

    private static Cents percent(Cents amount, BigDecimal percent) {
        return rounded(BigDecimal.valueOf(amount.value()).multiply(percent).divide(HUNDRED));
    }

    private static Cents rounded(BigDecimal cents) {
        return Cents.of(cents.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
