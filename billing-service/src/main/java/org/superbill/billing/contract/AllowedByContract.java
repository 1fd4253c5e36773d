package org.superbill.billing.contract;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edittable.FeeIndicator;
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
    private static final long NOT_CHARGED = -1;
    private static final String BY_MEDICARE = "percent-of-medicare";
    private static final Set<String> COMPONENTS = Set.of("26", "TC", "53");

    boolean covers(ContractedService service) {
        return payerId.equals(service.payerId()) && DatedPrices.inForce(service.on(), from, to);
    }

    /** Its rate, else the part of what Medicare pays, else the part of the charge; empty when the contract says nothing of it. */
    Optional<AllowedAmount> of(ContractedService service, MedicareRates medicare) {
        return Optional.ofNullable(of(List.of(service), medicare).get(service));
    }

    /** As many as have an amount. @param services that it covers, whole sessions of them */
    Map<ContractedService, AllowedAmount> of(Collection<ContractedService> services, MedicareRates medicare) {
        var amounts = new LinkedHashMap<ContractedService, AllowedAmount>();
        services.forEach(service -> alone(service, medicare).ifPresent(allowed -> amounts.put(service, allowed)));
        if (terms.isReducedAsMedicares()) {
            reduce(services, amounts, medicare);
            reduceComponents(services, amounts, medicare);
        }
        amounts.replaceAll((service, allowed) -> amount(noMoreThanCharged(allowed.amount(), service), allowed.basis()));
        return amounts;
    }

    private void reduce(
            Collection<ContractedService> services,
            Map<ContractedService, AllowedAmount> amounts,
            MedicareRates medicare) {
        services.stream()
                .filter(service -> !amounts.containsKey(service) && isRanked(service, medicare))
                .map(ContractedService::sessionKey)
                .distinct()
                .forEach(session -> amounts.keySet() // nobody knows what place they have beside one without an amount
                        .removeIf(service -> service.sessionKey().equals(session) && isRanked(service, medicare)));
        var sessions = new ArrayList<>(amounts.entrySet())
                .stream().collect(groupingBy(entry -> entry.getKey().sessionKey()));
        for (var session : sessions.values()) {
            var reduced = MultipleProcedures.of(session.stream()
                    .map(entry -> procedure(entry.getKey(), entry.getValue().amount(), medicare))
                    .toList());
            for (var entry : session) {
                var left = reduced.get(entry.getKey());
                if (left == null) {
                    amounts.remove(entry.getKey());
                } else {
                    entry.setValue(amount(left, entry.getValue().basis()));
                }
            }
        }
    }

    /** Of what the practice did on a day, whoever of it did it. */
    private void reduceComponents(
            Collection<ContractedService> services,
            Map<ContractedService, AllowedAmount> amounts,
            MedicareRates medicare) {
        var kinds = services.stream()
                .filter(service -> ComponentReductions.INDICATORS.contains(multipleProcedures(service, medicare)))
                .collect(groupingBy(service -> List.of(service.dayKey(), multipleProcedures(service, medicare))));
        for (var kind : kinds.values()) {
            if (kind.stream().mapToInt(ContractedService::wholeUnits).sum() > 1) {
                var parts = new LinkedHashMap<ContractedService, List<ComponentReductions.Part>>();
                kind.forEach(service -> parts.put(service, parts(service, amounts.get(service), medicare)));
                var reductions = ComponentReductions.of(parts);
                kind.forEach(service -> amounts.computeIfPresent(
                        service,
                        (key, allowed) -> amount(
                                allowed.amount().minus(reductions.getOrDefault(key, Cents.ZERO)), allowed.basis())));
                if (reductions.isEmpty()) { // nobody knows which of them is the highest
                    amounts.keySet().removeAll(kind);
                }
            }
        }
    }

    private static String multipleProcedures(ContractedService service, MedicareRates medicare) {
        return indicator(service, medicare)
                .map(FeeIndicator::multipleProcedures)
                .orElse("0");
    }

    /** Only the fee schedule tells them: of a contract's own rate, and where something else changes the amount, none. */
    private List<ComponentReductions.Part> parts(
            ContractedService service, @Nullable AllowedAmount allowed, MedicareRates medicare) {
        var part = terms.percentOfMedicare();
        if (part == null || allowed == null || !allowed.basis().equals(BY_MEDICARE)) {
            return List.of();
        }
        var component = component(service);
        var whole = medicare(service, component, part, medicare);
        var isChanged = whole.map(paid -> percent(times(paid.cents(), service.units()), part.percent()))
                .filter(allowed.amount()::equals)
                .isEmpty();
        if (isChanged) {
            return List.of();
        }
        return ComponentReductions.parts(
                multipleProcedures(service, medicare),
                service,
                component,
                name -> medicare(service, name, part, medicare),
                part.percent());
    }

    private static Optional<MedicareAmount> medicare(
            ContractedService service, String component, ContractTerms.PercentOfMedicare part, MedicareRates medicare) {
        return medicare.of(
                service.procedureCode(),
                component,
                part.contractor(),
                part.locality(),
                service.inFacility(),
                service.on());
    }

    private static boolean isRanked(ContractedService service, MedicareRates medicare) {
        return indicator(service, medicare)
                .filter(indicator -> MultipleProcedures.RANKED.contains(indicator.multipleProcedures()))
                .isPresent();
    }

    private Optional<AllowedAmount> alone(ContractedService service, MedicareRates medicare) {
        return byRate(service, medicare).or(() -> byMedicare(service, medicare)).or(() -> byCharge(service));
    }

    private MultipleProcedures.Procedure procedure(ContractedService service, Cents amount, MedicareRates medicare) {
        var indicator = indicator(service, medicare);
        var base = indicator.map(FeeIndicator::endoscopicBase).orElse("");
        var ofBase = base.isEmpty()
                ? Optional.<AllowedAmount>empty()
                : alone(
                        new ContractedService(
                                service.payerId(),
                                service.on(),
                                base,
                                List.of(),
                                BigDecimal.ONE,
                                NOT_CHARGED,
                                service.inFacility()),
                        medicare);
        return new MultipleProcedures.Procedure(
                service,
                amount,
                indicator.map(FeeIndicator::multipleProcedures).orElse("0"),
                base,
                ofBase.map(AllowedAmount::amount).orElse(null));
    }

    private static String component(ContractedService service) {
        return service.modifiers().stream()
                .filter(COMPONENTS::contains)
                .findFirst()
                .orElse("");
    }

    private static Optional<FeeIndicator> indicator(ContractedService service, MedicareRates medicare) {
        return medicare.indicator(service.procedureCode(), component(service), service.on());
    }

    private Optional<AllowedAmount> byRate(ContractedService service, MedicareRates medicare) {
        var ofProcedure = rates.stream()
                .filter(rate -> rate.procedureCode().equals(service.procedureCode()))
                .toList();
        return PricedCode.best(ofProcedure, service.modifiers()).flatMap(rate -> {
            var priced = rate.modifiers() == null ? List.<String>of() : rate.modifiers();
            return modified(rate.total(service.units()), service, priced, medicare)
                    .map(allowed -> amount(allowed, "rate"));
        });
    }

    private Optional<AllowedAmount> byMedicare(ContractedService service, MedicareRates medicare) {
        var part = terms.percentOfMedicare();
        if (part == null) {
            return Optional.empty();
        }
        var component = component(service);
        return medicare(service, component, part, medicare)
                .map(paid -> percent(times(paid.cents(), service.units()), part.percent()))
                .flatMap(allowed -> modified(allowed, service, List.of(component), medicare))
                .map(allowed -> amount(allowed, BY_MEDICARE));
    }

    /** The charge is already for the sides and the role that the modifiers say. */
    private Optional<AllowedAmount> byCharge(ContractedService service) {
        var part = terms.percentOfCharge();
        return part == null || !service.isCharged()
                ? Optional.empty()
                : Optional.of(amount(percent(Cents.of(service.chargeCents()), part), "percent-of-charge"));
    }

    /** Empty when the fee schedule's rules, which the contract follows, have no amount for it. @param priced the modifiers that the amount is already for */
    private Optional<Cents> modified(
            Cents amount, ContractedService service, List<String> priced, MedicareRates medicare) {
        var modified = amount;
        for (var rule : terms.modifiers() == null ? List.<ContractTerms.ModifierPercent>of() : terms.modifiers()) {
            if (service.modifiers().contains(rule.modifier()) && !priced.contains(rule.modifier())) {
                modified = percent(modified, rule.percent());
            }
        }
        var indicator = terms.isReducedAsMedicares() ? indicator(service, medicare) : Optional.<FeeIndicator>empty();
        if (indicator.isPresent()) {
            for (var modifier : service.modifiers()) {
                if (!priced.contains(modifier)
                        && !terms.saysOf(modifier)
                        && !RoleAndSides.isSaidBetter(modifier, service.modifiers())) {
                    var percent = RoleAndSides.percent(modifier, indicator.get());
                    if (percent.isEmpty()) {
                        return Optional.empty();
                    }
                    modified = percent(modified, percent.get());
                }
            }
        }
        return Optional.of(modified);
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
