package org.superbill.billing.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edittable.FeeIndicator;
import org.superbill.billing.ledger.Cents;

/** What a payer is expected to allow, by the contract with it that was in force on the date of service. Reads within the caller's transaction. */
@ApplicationScoped
public class ExpectedAllowed {
    private static final long CHARGE_NOT_KNOWN = -1;

    private final PayerContractStore store;
    private final MedicareRates medicare;

    ExpectedAllowed(PayerContractStore store, MedicareRates medicare) {
        this.store = store;
        this.medicare = medicare;
    }

    /**
     * What is known of a service.
     *
     * @param contracted whether there is a contract with the payer on that day
     * @param amount null when there is none, or it has no price
     */
    public record Answer(boolean contracted, @Nullable AllowedAmount amount) {}

    /** Of many services from one statement; a service without a contract or a price in it is absent. */
    public Map<ContractedService, AllowedAmount> of(Collection<ContractedService> services) {
        var allowed = new HashMap<ContractedService, AllowedAmount>();
        answers(services).forEach((service, answer) -> {
            if (answer.amount() != null) {
                allowed.put(service, answer.amount());
            }
        });
        return allowed;
    }

    /** Of many services from one statement, each of them with an answer. */
    public Map<ContractedService, Answer> answers(Collection<ContractedService> services) {
        if (services.isEmpty()) {
            return Map.of();
        }
        var contracts = store.of(
                services.stream().map(ContractedService::payerId).collect(Collectors.toSet()),
                services.stream().flatMap(this::priced).collect(Collectors.toSet()));
        var answers = new HashMap<ContractedService, Answer>();
        var left = new LinkedHashSet<>(services);
        for (var contract : contracts) {
            var covered = left.stream().filter(contract::covers).toList();
            var amounts = contract.of(covered, medicare);
            covered.forEach(service -> answers.put(service, new Answer(true, amounts.get(service))));
            covered.forEach(left::remove);
        }
        left.forEach(service -> answers.put(service, new Answer(false, null)));
        return answers;
    }

    /** Its code, and that of the base of its family of endoscopies. */
    private Stream<String> priced(ContractedService service) {
        return Stream.concat(
                Stream.of(service.procedureCode()),
                medicare
                        .indicator(service.procedureCode(), "", service.on())
                        .map(FeeIndicator::endoscopicBase)
                        .stream());
    }

    /** Of one service outside of facilities; a percentage of the charge needs the charge and is not found here. */
    public Optional<Cents> of(
            UUID payerId, LocalDate on, String procedureCode, List<String> modifiers, BigDecimal units) {
        var service = new ContractedService(payerId, on, procedureCode, modifiers, units, CHARGE_NOT_KNOWN, false);
        return Optional.ofNullable(of(List.of(service)).get(service)).map(AllowedAmount::amount);
    }
}
